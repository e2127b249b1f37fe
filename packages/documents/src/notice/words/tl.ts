/** A draft in Tagalog. Nobody has reviewed it: it is printed with the English until somebody approves it. */
import type { NoticeWords } from './translation.ts'

export const tl: NoticeWords = {
  'paper-reference': 'Numero ng kaso',
  'paper-date': 'Petsa',
  'paper-name': 'Pangalan',
  'paper-booking': 'Numero ng booking',
  'paper-to': 'Para kay',
  'paper-contact': 'Para sa mga tanong tungkol sa papel na ito',
  'paper-rule': 'Ang tuntunin: {cites}.',
  'paper-rules': 'Ang mga tuntunin: {cites}.',
  'paper-demanded': 'Kung bakit mo natanggap ang papel na ito: {cites}.',
  'paper-immigration': 'mga awtoridad sa imigrasyon',
  'paper-not-advice': 'Ang papel na ito ay hindi payong legal.',
  'paper-page': 'Pahina {page} ng {pages}',
  'paper-draft':
    'Ang salin sa papel na ito ay burador: wala pang nag-aapruba nito. Nasa ilalim ng bawat linya ang Ingles. Ang Ingles ang sundin.',
  'paper-given': 'Kung kailan ibinigay ang papel na ito',
  'paper-day-and-time': 'Petsa at oras',
  'paper-staff': 'Kawani at numero',
  'paper-interpreter': 'Wika, at pangalan o numero ng interpreter',
  'paper-signature': 'Pirma ng tao',
  'paper-need-not-sign':
    'Ang pirma ay nagpapakita lamang na natanggap mo ang papel na ito. Hindi mo kailangang pumirma.',
  'copy-title': 'Isang kahilingan tungkol sa iyo mula sa mga awtoridad sa imigrasyon',
  'copy-lead':
    'Noong {when}, nakatanggap ang {agency} ng kahilingan tungkol sa iyo mula sa {from}. Kasama ng papel na ito ang kopya ng kahilingan.',
  'copy-is-request': 'Ito ay kahilingan. Hindi ito utos ng hukom.',
  'copy-answer': 'Ang gagawin ng ahensiyang ito',
  'copy-will-hold':
    'Balak ng ahensiyang ito na sumunod. Pananatilihin ka nito rito lampas sa oras na dapat ka nang makalaya, at hindi lalampas sa pinapayagan ng batas.',
  'copy-wont-hold':
    'Hindi balak ng ahensiyang ito na sumunod. Hindi ka nito pananatilihin dito lampas sa oras na dapat ka nang makalaya.',
  'copy-open-hold':
    'Hindi pa nagpapasya ang ahensiyang ito kung pananatilihin ka rito lampas sa oras na dapat ka nang makalaya. Ipapaalam nito sa iyo nang nakasulat.',
  'copy-will-notify-release': 'Balak ng ahensiyang ito na sumunod. Sasabihin nito sa kanila kung kailan ka lalaya.',
  'copy-wont-notify-release':
    'Hindi balak ng ahensiyang ito na sumunod. Hindi nito sasabihin sa kanila kung kailan ka lalaya.',
  'copy-open-notify-release':
    'Hindi pa nagpapasya ang ahensiyang ito kung sasabihin sa kanila kung kailan ka lalaya. Ipapaalam nito sa iyo nang nakasulat.',
  'copy-will-transfer': 'Balak ng ahensiyang ito na sumunod. Ibibigay ka nito sa kanila.',
  'copy-wont-transfer': 'Hindi balak ng ahensiyang ito na sumunod. Hindi ka nito ibibigay sa kanila.',
  'copy-open-transfer':
    'Hindi pa nagpapasya ang ahensiyang ito kung ibibigay ka sa kanila. Ipapaalam nito sa iyo nang nakasulat.',
  'copy-next': 'Ang magagawa mo',
  'copy-lawyer': 'Maaari kang makipag-usap sa abogado bago ka magsabi o pumirma ng kahit ano.',
  'copy-language': 'Maaari mong hingin ang papel na ito sa ibang wika, at maaari mong ipabasa ito sa iyo.',
  'copy-new': 'Kung magbago ang pasya, makakatanggap ka ng bagong papel.',
  'consent-title': 'Maaari kang tumanggi sa panayam na ito',
  'consent-lead': 'Hinihiling ng mga opisyal ng {from} na kapanayamin ka sa {agency}. Ikaw ang pipili.',
  'consent-purpose': 'Kung bakit gusto ka nilang makausap',
  'consent-purpose-civil':
    'Gusto nilang magtanong tungkol sa kalagayan mo sa imigrasyon. Maaari nilang gamitin ang mga sagot mo sa isang kaso para paalisin ka sa bansa.',
  'consent-before': 'Bago ka pumili',
  'consent-voluntary': 'Kusang-loob ang panayam.',
  'consent-decline': 'Maaari kang tumanggi. Maaari ka ring tumigil anumang oras pagkatapos mong pumayag.',
  'consent-attorney': 'Maaari mong piliin na kapanayamin ka lamang kung naroon ang sarili mong abogado.',
  'consent-used': 'Ang sasabihin mo ay maaaring gamitin laban sa iyo.',
  'consent-no-harm': 'Walang sinuman dito ang maaaring magparusa sa iyo dahil tumanggi ka.',
  'consent-no-answer': 'Kung hindi ka pipili, ang ibig sabihin ay hindi.',
  'consent-choice': 'Ang pinili ko',
  'consent-mark-one': 'Markahan ang isang kahon.',
  'consent-no': 'Hindi. Ayaw kong makapanayam.',
  'consent-with-attorney': 'Kung naroon lamang ang sarili kong abogado.',
  'consent-yes': 'Oo. Pumapayag akong makapanayam nang walang abogado.',
  'consent-mind': 'Maaari kang magbago ng isip. Sabihin mo sa sinumang kawani.',
  'consent-signature': 'Pirma o marka ng tao',
  'consent-read': 'Binasa nang malakas sa tao ang form na ito.',
  'consent-copied': 'Nakatanggap ang tao ng kopya ng form na ito.',
  'same-title': 'Sinabi sa mga awtoridad sa imigrasyon ang petsa ng paglaya',
  'same-lead-person': 'Noong {told}, sinabi ng {agency} sa {from} na lalaya ka sa {release}. Ito ang parehong abiso.',
  'same-lead':
    'Noong {told}, sinabi ng {agency} sa {from} na ang taong pinangalanan dito ay lalaya sa {release}. Ito ang parehong abiso.',
  'same-to-attorney': 'Natanggap mo ang liham na ito dahil pinangalanan ka ng taong ito bilang abogado.',
  'same-to-designee': 'Natanggap mo ang liham na ito dahil hiniling ng taong ito na sabihan ka namin.',
  'same-lawyer': 'Masasabi ng isang abogado kung ano ang magagawa bago ang petsang iyon.',
  'same-new': 'Maaaring magbago ang petsa. Kung ibang petsa ang sasabihin sa kanila, makakatanggap ka ng bagong liham.',
  'receipt-title': 'Ang iyong resibo para sa isang pasya tungkol sa iyo',
  'receipt-lead':
    'Noong {when}, isinulat ng {agency} ang pasya nito sa isang talaan. Hindi mababago nang palihim ang nasa talaan.',
  'receipt-no-name': 'Wala sa talaan ang pangalan mo.',
  'receipt-entry': 'Tala sa talaan',
  'receipt-scan': 'I-scan ang code na ito, o i-type ang address sa ilalim nito, para makita ang iyong patunay.',
  'receipt-code': 'Code na nagbubukas ng address ng iyong patunay',
  'receipt-address': 'Address ng iyong patunay',
  'receipt-keep': 'Itago ang papel na ito, at ipakita lamang sa mga taong pinagkakatiwalaan mo.',
}
