/** A draft in Vietnamese. Nobody has reviewed it: it is printed with the English until somebody approves it. */
import type { NoticeWords } from './translation.ts'

export const vi: NoticeWords = {
  'paper-reference': 'Số hồ sơ',
  'paper-date': 'Ngày',
  'paper-name': 'Họ tên',
  'paper-booking': 'Số nhập trại',
  'paper-to': 'Kính gửi',
  'paper-contact': 'Nơi hỏi về giấy này',
  'paper-rule': 'Quy định: {cites}.',
  'paper-rules': 'Các quy định: {cites}.',
  'paper-demanded': 'Vì sao quý vị nhận giấy này: {cites}.',
  'paper-immigration': 'cơ quan di trú',
  'paper-not-advice': 'Giấy này không phải là lời tư vấn pháp lý.',
  'paper-page': 'Trang {page} trên {pages}',
  'paper-draft':
    'Bản dịch trên giấy này là bản nháp: chưa có ai chấp thuận. Bản tiếng Anh nằm dưới mỗi dòng. Xin theo bản tiếng Anh.',
  'paper-given': 'Việc giao giấy này',
  'paper-day-and-time': 'Ngày và giờ',
  'paper-staff': 'Nhân viên và số hiệu',
  'paper-interpreter': 'Ngôn ngữ, và tên hoặc số của thông dịch viên',
  'paper-signature': 'Chữ ký của đương sự',
  'paper-need-not-sign': 'Chữ ký chỉ cho thấy quý vị đã nhận giấy này. Quý vị không bắt buộc phải ký.',
  'copy-title': 'Một yêu cầu về quý vị từ cơ quan di trú',
  'copy-lead':
    'Vào {when}, {agency} nhận được một yêu cầu về quý vị từ {from}. Quý vị nhận bản sao của yêu cầu đó cùng với giấy này.',
  'copy-is-request': 'Đây là một yêu cầu. Đây không phải là lệnh của thẩm phán.',
  'copy-answer': 'Cơ quan này sẽ làm gì',
  'copy-will-hold':
    'Cơ quan này dự định làm theo. Cơ quan sẽ giữ quý vị ở đây sau thời điểm quý vị lẽ ra được thả, và không lâu hơn luật cho phép.',
  'copy-wont-hold':
    'Cơ quan này không dự định làm theo. Cơ quan sẽ không giữ quý vị ở đây sau thời điểm quý vị lẽ ra được thả.',
  'copy-open-hold':
    'Cơ quan này chưa quyết định có giữ quý vị ở đây sau thời điểm quý vị lẽ ra được thả hay không. Cơ quan sẽ báo cho quý vị bằng văn bản.',
  'copy-will-notify-release': 'Cơ quan này dự định làm theo. Cơ quan sẽ cho họ biết khi nào quý vị được thả.',
  'copy-wont-notify-release':
    'Cơ quan này không dự định làm theo. Cơ quan sẽ không cho họ biết khi nào quý vị được thả.',
  'copy-open-notify-release':
    'Cơ quan này chưa quyết định có cho họ biết khi nào quý vị được thả hay không. Cơ quan sẽ báo cho quý vị bằng văn bản.',
  'copy-will-transfer': 'Cơ quan này dự định làm theo. Cơ quan sẽ giao quý vị cho họ.',
  'copy-wont-transfer': 'Cơ quan này không dự định làm theo. Cơ quan sẽ không giao quý vị cho họ.',
  'copy-open-transfer':
    'Cơ quan này chưa quyết định có giao quý vị cho họ hay không. Cơ quan sẽ báo cho quý vị bằng văn bản.',
  'copy-next': 'Quý vị có thể làm gì',
  'copy-lawyer': 'Quý vị có thể nói chuyện với luật sư trước khi nói hoặc ký bất cứ điều gì.',
  'copy-language': 'Quý vị có thể xin giấy này bằng ngôn ngữ khác, và có thể xin được đọc cho nghe.',
  'copy-new': 'Nếu quyết định thay đổi, quý vị sẽ nhận một giấy mới.',
  'consent-title': 'Quý vị có thể từ chối cuộc phỏng vấn này',
  'consent-lead': 'Nhân viên của {from} xin phỏng vấn quý vị tại {agency}. Quý vị là người lựa chọn.',
  'consent-purpose': 'Vì sao họ muốn nói chuyện với quý vị',
  'consent-purpose-civil':
    'Họ muốn hỏi về tình trạng di trú của quý vị. Họ có thể dùng câu trả lời của quý vị trong một vụ việc để buộc quý vị rời khỏi nước này.',
  'consent-before': 'Trước khi quý vị lựa chọn',
  'consent-voluntary': 'Cuộc phỏng vấn là tự nguyện.',
  'consent-decline': 'Quý vị có thể từ chối. Quý vị cũng có thể dừng lại bất cứ lúc nào sau khi đã đồng ý.',
  'consent-attorney': 'Quý vị có thể chọn chỉ được phỏng vấn khi có luật sư riêng của quý vị ở đó.',
  'consent-used': 'Những gì quý vị nói có thể được dùng để chống lại quý vị.',
  'consent-no-harm': 'Không ai ở đây được trừng phạt quý vị vì đã từ chối.',
  'consent-no-answer': 'Nếu quý vị không chọn, điều đó có nghĩa là không.',
  'consent-choice': 'Lựa chọn của tôi',
  'consent-mark-one': 'Đánh dấu một ô.',
  'consent-no': 'Không. Tôi không muốn bị phỏng vấn.',
  'consent-with-attorney': 'Chỉ khi có luật sư riêng của tôi ở đó.',
  'consent-yes': 'Có. Tôi đồng ý được phỏng vấn mà không có luật sư.',
  'consent-mind': 'Quý vị có thể đổi ý. Hãy nói với bất cứ nhân viên nào.',
  'consent-signature': 'Chữ ký hoặc dấu của đương sự',
  'consent-read': 'Mẫu này đã được đọc to cho đương sự nghe.',
  'consent-copied': 'Đương sự đã nhận một bản sao của mẫu này.',
  'same-title': 'Cơ quan di trú đã được báo ngày thả',
  'same-lead-person':
    'Vào {told}, {agency} đã báo cho {from} biết rằng quý vị được thả vào {release}. Đây là cùng một thông báo đó.',
  'same-lead':
    'Vào {told}, {agency} đã báo cho {from} biết rằng người có tên ở đây được thả vào {release}. Đây là cùng một thông báo đó.',
  'same-to-attorney': 'Quý vị nhận thư này vì người này cho biết quý vị là luật sư của họ.',
  'same-to-designee': 'Quý vị nhận thư này vì người này nhờ chúng tôi báo cho quý vị.',
  'same-lawyer': 'Luật sư có thể cho biết có thể làm gì trước ngày đó.',
  'same-new': 'Ngày có thể thay đổi. Nếu họ được báo một ngày khác, quý vị sẽ nhận một thư mới.',
  'receipt-title': 'Biên nhận về một quyết định liên quan đến quý vị',
  'receipt-lead':
    'Vào {when}, {agency} đã ghi quyết định của mình vào sổ. Những gì trong sổ không thể bị sửa mà không ai thấy.',
  'receipt-no-name': 'Sổ không ghi tên quý vị.',
  'receipt-entry': 'Mục trong sổ',
  'receipt-scan': 'Quét mã này, hoặc gõ địa chỉ bên dưới, để xem bằng chứng của quý vị.',
  'receipt-code': 'Mã mở địa chỉ bằng chứng của quý vị',
  'receipt-address': 'Địa chỉ bằng chứng của quý vị',
  'receipt-keep': 'Hãy giữ giấy này, và chỉ đưa cho người quý vị tin cậy xem.',
}
