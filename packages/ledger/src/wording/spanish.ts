/** The sentences of all codes in Spanish. Names of codes, files, commands and lines stand as they are. */
import type { LedgerCode } from '../problem/codes.ts'
import type { Sentence } from './english.ts'

const again = 'vuelva a obtenerla, byte por byte'
const restore = 'restaure el archivo desde una réplica; vea when-fsck-fails.md'
const repairLine = 'corrija la línea'
const repairWriter = 'corrija lo que escribe los asientos'
const keepBoth = 'guarde ambos puntos de control: juntos prueban la bifurcación; vea when-fsck-fails.md'
const canonical =
  'escriba el expediente como lo pide `log commit`: números enteros, sin espacios, claves en orden y una sola vez cada una'

/** One sentence for each code. */
export const spanish: Readonly<Record<LedgerCode, Sentence>> = {
  'LOG-0101': { says: 'la nota está mal formada', help: again },
  'LOG-0102': { says: 'la clave está mal formada', help: 'copie la clave entera, del nombre a la última letra' },
  'LOG-0103': {
    says: 'ninguna clave de confianza firmó la nota',
    help: 'verifique de quién es la clave que tiene; añada la nueva después de un cambio de clave',
  },
  'LOG-0104': {
    says: 'la firma de `{name}` no corresponde al texto',
    help: 'téngala por falsa mientras no sepa otra cosa',
  },
  'LOG-0105': {
    says: 'el hash que figura en la clave no corresponde a la clave',
    help: 'copie la clave entera; una clave pertenece a un solo nombre',
  },
  'LOG-0106': { says: 'el registro no tiene clave', help: 'solo añade asientos el mostrador que creó el registro' },
  'LOG-0107': { says: 'la nota es demasiado larga, o tiene demasiadas firmas', help: again },
  'LOG-0108': {
    says: 'el texto no puede ser el texto de una nota',
    help: 'termínelo con un salto de línea, sin caracteres de control',
  },
  'LOG-0109': {
    says: 'también lo firma `{name}`, cuya clave no se dio',
    help: 'averigüe de quién es la clave; añádala después de un cambio de clave',
  },
  'LOG-0110': {
    says: 'el nombre de una clave es una sola palabra sin signo más',
    help: 'dele un nombre como log.springfield.example',
  },
  'LOG-0111': { says: 'otras personas pueden leer la clave secreta', help: 'resérvela para usted: chmod 600' },
  'LOG-0112': { says: 'el archivo no contiene ninguna clave secreta', help: 'restáurelo desde su copia' },
  'LOG-0113': { says: 'esta es una clave secreta', help: 'indique la clave pública, y guarde la secreta' },
  'LOG-0114': { says: 'esta no es una clave pública', help: 'copie la clave entera, del nombre a la última letra' },
  'LOG-0115': { says: 'no se indica ningún registro', help: 'indique la clave del registro' },
  'LOG-0116': {
    says: 'la clave `{name}` firma este registro, y la política no la incluye',
    help: 'añada su línea `log` a la política, o saque el secreto de `.state/keys`',
  },
  'LOG-0117': {
    says: 'la clave de `{name}` está entre las de otro registro',
    help: 'sáquela de `.state/keys`',
  },
  'LOG-0201': {
    says: 'el punto de control está mal formado',
    help: 'vuelva a obtener el archivo `checkpoint` del registro',
  },
  'LOG-0202': {
    says: 'el punto de control es de `{origin}`, y no de `{expected}`',
    help: 'verifique la dirección, y de qué registro es la clave',
  },
  'LOG-0203': {
    says: 'el punto de control tiene el tamaño {size}, y antes se vio el tamaño {seen}',
    help: 'guarde ambos puntos de control; pregunte de nuevo; si persiste, avise a los testigos',
  },
  'LOG-0204': {
    says: 'se hizo retroceder el registro: tiene el tamaño {size}, y antes se vio el tamaño {seen}',
    help: 'guarde el punto de control que se vio antes: está firmado; vea when-fsck-fails.md',
  },
  'LOG-0205': {
    says: 'el registro se bifurcó: no contiene el árbol de tamaño {size} que se vio antes',
    help: keepBoth,
  },
  'LOG-0206': {
    says: 'una cofirma necesita el texto de un punto de control',
    help: 'firme las demás notas con una clave de otro tipo',
  },
  'LOG-0207': {
    says: 'la política no nombra ningún registro `{origin}`',
    help: 'use la política de este registro',
  },
  'LOG-0208': {
    says: 'se conserva un punto de control de tamaño {size}, y el que se muestra es anterior',
    help: 'otro proceso está escribiendo o se detuvo a medias: ejecute append sin asientos, y después fsck',
  },
  'LOG-0209': {
    says: 'falta una parte del estado del registro',
    help: 'restaure el estado más reciente que esté completo; vea when-fsck-fails.md',
  },
  'LOG-0301': {
    says: 'la prueba de inclusión no lleva a la raíz',
    help: 'vuelva a obtener la prueba; si persiste, el asiento no está en este registro',
  },
  'LOG-0302': {
    says: 'la prueba de coherencia no une las dos raíces',
    help: 'vuelva a hacer la prueba desde las teselas; si persiste, el registro fue alterado',
  },
  'LOG-0303': {
    says: 'un árbol de tamaño {size} no tiene el índice {index}',
    help: 'verifique el número; publique primero',
  },
  'LOG-0304': {
    says: 'los tamaños no son los de un árbol anterior y otro posterior',
    help: 'indique primero el tamaño anterior',
  },
  'LOG-0401': { says: 'una tesela de ancho {width}, en hashes, no puede tener {length} bytes', help: restore },
  'LOG-0402': {
    says: 'este no es el nombre de un archivo de un registro',
    help: 'quítelo de la carpeta del registro',
  },
  'LOG-0403': { says: 'falta el archivo', help: restore },
  'LOG-0404': { says: 'el hash del asiento {entry} no es el hash {hash} de `{tile}`', help: restore },
  'LOG-0405': { says: 'el paquete se interrumpe en su asiento {entry}', help: restore },
  'LOG-0406': { says: 'los asientos del paquete son {found} y deberían ser {width}', help: restore },
  'LOG-0407': { says: 'el hash de la tesela no es el hash {hash} de `{tile}`', help: restore },
  'LOG-0408': { says: 'las teselas no llevan a la raíz de `checkpoint`', help: restore },
  'LOG-0409': { says: 'el archivo no es el comienzo de `{wide}`', help: restore },
  'LOG-0410': { says: 'el asiento {entry} es otro en `{bundle}`', help: restore },
  'LOG-0411': {
    says: 'los asientos del {first} al {last} no llevan a la raíz del punto de control',
    help: 'ejecute fsck; vea when-fsck-fails.md',
  },
  'LOG-0501': { says: 'la política es demasiado larga, o tiene demasiados nombres', help: 'acórtela' },
  'LOG-0502': {
    says: 'muy pocos testigos: los de la política que cofirmaron el punto de control son {count}',
    help: 'pida un recibo de un punto de control con testigos',
  },
  'LOG-0503': { says: 'la política contiene un carácter de control', help: repairLine },
  'LOG-0504': {
    says: 'a la última línea de la política le falta el salto de línea',
    help: 'añádalo, o copie el archivo entero',
  },
  'LOG-0505': {
    says: 'la política no tiene línea de quórum',
    help: 'añada `quorum none`, o nombre un testigo o un grupo',
  },
  'LOG-0506': { says: 'la línea no empieza con `log`, `witness`, `group` ni `quorum`', help: repairLine },
  'LOG-0507': {
    says: 'después de `log` van la clave de un registro y como máximo una dirección web',
    help: repairLine,
  },
  'LOG-0508': {
    says: 'después de `witness` van un nombre, la clave de un testigo y como máximo una dirección web',
    help: repairLine,
  },
  'LOG-0509': { says: 'después de `group` van un nombre, un número y los miembros', help: repairLine },
  'LOG-0510': { says: 'la clave figura dos veces', help: repairLine },
  'LOG-0511': { says: 'el nombre ya está en uso', help: repairLine },
  'LOG-0512': { says: 'el número del grupo no corresponde a sus miembros', help: repairLine },
  'LOG-0513': { says: 'el nombre no está definido más arriba', help: repairLine },
  'LOG-0514': { says: 'un miembro ya está en otro grupo', help: repairLine },
  'LOG-0515': { says: 'la política tiene una segunda línea de quórum', help: repairLine },
  'LOG-0516': { says: 'después de `quorum` va un solo nombre', help: repairLine },
  'LOG-0601': { says: 'el archivo de prueba está mal formado', help: 'vuelva a obtenerlo, byte por byte' },
  'LOG-0602': { says: 'un archivo de prueba no contiene su asiento', help: 'indique también el asiento' },
  'LOG-0701': { says: 'el campo `{field}` del asiento no tiene la forma debida', help: repairWriter },
  'LOG-0702': {
    says: 'el asiento tiene un campo que la lista no admite',
    help: 'omítalo: el registro nunca dice más',
  },
  'LOG-0703': { says: 'esto no es JSON en UTF-8', help: canonical },
  'LOG-0704': {
    says: 'al número correlativo {last} de `{place}` le sigue el {serial}',
    help: 'pida al mostrador el papel con el número que falta',
  },
  'LOG-0705': { says: 'el recibo está mal formado', help: 'use el archivo tal como se entregó' },
  'LOG-0706': {
    says: 'el expediente no corresponde al compromiso',
    help: 'compárelo con el expediente de la ciudad',
  },
  'LOG-0707': {
    says: 'el asiento es más largo de lo que admite el formato',
    help: 'comprométase con el contenido en vez de asentarlo',
  },
  'LOG-0708': { says: 'el JSON tiene demasiados niveles', help: canonical },
  'LOG-0709': { says: 'el JSON no está en su única forma canónica', help: canonical },
  'LOG-0710': { says: 'un número no es un entero que se pueda contar con seguridad', help: canonical },
  'LOG-0711': {
    says: 'una cadena contiene medio carácter, o no está en la forma normal C',
    help: canonical,
  },
  'LOG-0712': { says: 'el asiento es de una clase o versión desconocida', help: repairWriter },
  'LOG-0713': {
    says: 'el número correlativo {serial} de `{place}` es de un día anterior al último',
    help: 'los días de un mostrador solo retroceden donde se pone en hora su reloj (`clock-set-back`): asiéntelo con el día en que se anota',
  },
  'LOG-0714': { says: 'la clave de un caso no tiene 32 bytes', help: 'use el archivo que escribió `log commit`' },
  'LOG-0715': {
    says: 'el asiento no se compromete con ningún expediente',
    help: 'un día sin decisiones no tiene expediente',
  },
  'LOG-0716': {
    says: 'la línea no es un solo objeto JSON sencillo',
    help: 'escriba cada clave una sola vez, y solo números enteros',
  },
  'LOG-0717': {
    says: 'este registro admite bytes, no asientos de mostradores',
    help: 'ábralo como registro de mostradores',
  },
  'LOG-0718': {
    says: 'el número correlativo {serial} de `{place}` se dio a otro asiento',
    help: 'dé al asiento el siguiente número de su mostrador',
  },
  'LOG-0719': {
    says: 'el número correlativo {serial} de `{place}` es de un día que aún no llega',
    help: 'revise el día, y el reloj: nada de un día anterior podría seguirle',
  },
  'LOG-0801': {
    says: 'falló el almacenamiento: {reason}',
    help: 'cierre el registro, repare el almacenamiento y vuelva a abrir el registro',
  },
  'LOG-0802': { says: 'otro proceso tomó la escritura', help: 'detenga este' },
  'LOG-0803': { says: 'otro proceso publicó primero', help: 'vuelva a abrir el registro' },
  'LOG-0804': {
    says: 'lo que se escribió se lee de otra manera',
    help: 'no publique; vea when-fsck-fails.md',
  },
  'LOG-0805': { says: 'el registro está cerrado', help: 'vuelva a abrirlo' },
  'LOG-0806': {
    says: 'el reloj retrocedió {seconds} s',
    help: 'revise el servicio de hora; no se firmó nada con la hora anterior',
  },
  'LOG-0807': {
    says: 'el diario está dañado en el byte {at}',
    help: 'restáurelo desde una copia del disco: descartarlo puede perder asientos ya confirmados',
  },
  'LOG-0808': {
    says: 'el diario está lleno',
    help: 'publique un punto de control, o averigüe por qué no se puede publicar ninguno',
  },
  'LOG-0809': { says: 'no están todos los asientos del {first} al {last}', help: 'vea when-fsck-fails.md' },
  'LOG-0810': {
    says: 'el asiento {entry} se lee de otra manera',
    help: 'no publique; vea when-fsck-fails.md',
  },
  'LOG-0811': {
    says: 'las teselas no contienen el árbol del último punto de control',
    help: 'ejecute fsck; vea when-fsck-fails.md',
  },
  'LOG-0812': {
    says: 'un mostrador siguió adelante en la transacción de otro',
    help: 'inténtelo de nuevo; si persiste, compare la tabla de mostradores con el registro: ejecute fsck',
  },
  'LOG-0813': {
    says: 'la tabla de mostradores tiene el número correlativo {serial} de `{place}`, y el registro el {last}',
    help: 'el registro tiene razón si fsck no encuentra nada más; corrija la tabla',
  },
  'LOG-0901': { says: 'el testigo `{name}` respondió {status}', help: 'vea run-a-witness.md' },
  'LOG-0902': {
    says: 'el testigo `{name}` no respondió a tiempo',
    help: 'el punto de control se publica sin testigos; llámelos si persiste',
  },
  'LOG-0903': {
    says: 'la solicitud al testigo está mal formada',
    help: 'envíe lo que describe tlog-witness',
  },
  'LOG-0904': { says: 'el testigo `{name}` no respondió nada que se pueda usar', help: 'vea run-a-witness.md' },
  'LOG-0905': {
    says: 'el testigo `{name}` conoce el tamaño {known}, y este registro solo el {size}',
    help: 'se hizo retroceder el registro: vea when-fsck-fails.md',
  },
  'LOG-0906': {
    says: 'el testigo `{name}` conoce otro árbol de tamaño {size}',
    help: 'compare los puntos de control con el testigo: juntos prueban la bifurcación',
  },
  'LOG-1001': { says: 'no existe ese archivo', help: 'revise el nombre' },
  'LOG-1002': {
    says: 'este no es un archivo común',
    help: 'indique un archivo, no una carpeta, una tubería ni un enlace roto',
  },
  'LOG-1003': { says: 'el archivo es demasiado largo', help: 'revise el nombre' },
  'LOG-1004': { says: 'esto no se puede leer: {reason}', help: 'revise sus permisos' },
  'LOG-1005': { says: 'ya hay un archivo con este nombre', help: 'no se escribió nada; indique otro' },
  'LOG-1006': { says: 'esto no se puede escribir: {reason}', help: 'revise los permisos de su carpeta' },
  'LOG-1007': { says: 'no hay ningún registro en esta carpeta', help: 'cree uno con `brightline log init`' },
  'LOG-1008': { says: 'la carpeta no está vacía', help: 'indique una carpeta nueva; no se escribió nada' },
  'LOG-1009': { says: 'este es un registro que se escribe aquí', help: 'indique otra carpeta para la copia' },
  'LOG-1010': { says: 'no existe esa carpeta', help: 'revise el nombre' },
  'LOG-1011': { says: 'esto no es una carpeta', help: 'revise el nombre' },
}
