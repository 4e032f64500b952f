import type { Columns, Field } from './shapes';

/** Headings by what the column holds, the likeliest first, in the languages in which such files come. */
const HEADINGS: Record<Field, string> = {
  name: 'name|full name|party name|party|customer|customer name|client|client name|company|company name|legal name|registered name|organisation|organization|organisation name|organization name|entity|entity name|counterparty|supplier|vendor|vendor name|supplier name|consignee|end user|end user name|account name|beneficiary|individual|vessel name|ship name|names|imię i nazwisko|nazwa|firma|firmenname|kunde|kundenname|nombre completo|nombre y apellidos|nombre|razón social|empresa|cliente|proveedor|nome completo|nome|razão social|ragione sociale|denominazione|nominativo|nom complet|raison sociale|dénomination|société|client nom|naam|bedrijfsnaam|navn|namn|nimi|név|название|наименование|имя|фио|организация|компания|контрагент|клиент|поставщик|назва|найменування|піб|όνομα|επωνυμία|ad soyad|adı soyadı|unvan|ünvan|şirket adı|firma adı|الاسم|اسم|اسم الشركة|الاسم الكامل|שם|שם מלא|نام|نام شرکت|名称|名稱|姓名|名字|公司|公司名称|公司名稱|企业名称|客户名称|客户|单位名称|名前|氏名|会社名|取引先|取引先名|商号|이름|성명|회사명|업체명|거래처|nama|tên|ชื่อ|नाम',
  given: 'given name|given names|first name|first names|firstname|forename|forenames|prénom|prenom|vorname|nombre de pila|nombres|primeiro nome|voornaam|fornavn|förnamn|etunimi|imię|jméno|keresztnév|ime|ad|adı|имя собственное|имена|ім я|名',
  family: 'family name|last name|lastname|surname|surnames|nom de famille|nachname|familienname|apellido|apellidos|sobrenome|apelido|cognome|achternaam|efternamn|etternavn|sukunimi|nazwisko|příjmení|vezetéknév|prezime|soyad|soyadı|фамилия|прізвище|姓',
  kind: 'kind|type|party type|entity type|customer type|category|schema|typ|art|tipo|type de partie|тип|вид|тип лица|类型|類型|种类|種別|区分|유형|종류|tür|النوع|סוג',
  country: 'country|country code|country name|nation|nationality|citizenship|country of residence|country of incorporation|domicile|jurisdiction|land|staat|ländercode|staatsangehörigkeit|pays|nationalité|país|pais|nacionalidad|nacionalidade|paese|nazione|nazionalità|kraj|země|stát|ország|maa|страна|гражданство|країна|громадянство|χώρα|ülke|uyruk|البلد|الدولة|الجنسية|ארץ|מדינה|کشور|国家|國家|国|国籍|國籍|국가|국적|나라|negara|quốc gia|ประเทศ|देश',
  born: 'born|birth date|birthdate|date of birth|dob|birthday|year of birth|geburtsdatum|geboren|geburtstag|date de naissance|né le|fecha de nacimiento|data de nascimento|data di nascita|geboortedatum|fødselsdato|födelsedatum|syntymäaika|data urodzenia|datum narození|születési dátum|дата рождения|год рождения|дата народження|ημερομηνία γέννησης|doğum tarihi|تاريخ الميلاد|תאריך לידה|تاریخ تولد|出生日期|出生年月|生日|生年月日|생년월일|tanggal lahir|ngày sinh',
  address: 'address|street address|registered address|business address|full address|street|adresse|anschrift|straße|dirección|domicilio|endereço|indirizzo|adres|adress|osoite|adresa|cím|адрес|юридический адрес|адреса|διεύθυνση|العنوان|כתובת|نشانی|آدرس|地址|注册地址|住所|所在地|주소|alamat|địa chỉ|ที่อยู่|पता',
  identifiers: 'identifier|identifiers|identification|identification number|id number|national id|passport|passport number|passport no|tax id|tax number|tin|vat number|vat id|registration number|registration no|company number|company registration number|imo|imo number|mmsi|lei|swift|bic|swift code|duns|wallet|wallet address|website|web site|steuernummer|handelsregisternummer|reisepass|nif|cif|nit|rfc|cnpj|cpf|siren|siret|passeport|pasaporte|partita iva|codice fiscale|kvk|nip|regon|krs|инн|огрн|кпп|паспорт|номер паспорта|єдрпоу|vergi no|mersis|pasaport|رقم الجواز|السجل التجاري|统一社会信用代码|社會信用代碼|护照号码|證件號碼|证件号码|注册号|法人番号|사업자등록번호|여권번호',
  reference: 'reference|ref|id|number|no|nr|customer id|customer number|client id|account|account number|account id|record id|case id|vendor number|kundennummer|nummer|kennung|référence|numéro|referencia|número|código|codice|riferimento|номер|код|ид|编号|編號|号码|客户编号|番号|번호|numara|kod|رقم',
};

/** A heading in the form in which headings are compared: small letters, digits and single blanks. */
function key(heading: string): string {
  return heading.normalize('NFKC').toLowerCase().replace(/([^\p{L}\p{M}\p{N}])+/gu, ' ').trim();
}

const KNOWN = new Map<string, [field: Field, rank: number]>();
for (const [field, headings] of Object.entries(HEADINGS)) {
  for (const [rank, heading] of headings.split('|').entries()) if (!KNOWN.has(key(heading))) KNOWN.set(key(heading), [field as Field, rank]);
}

/** Which column holds what, by the headings. Of two that could hold the same thing, the likelier; of equals, the first. */
export function columnsOf(headings: readonly string[]): Columns {
  const columns: Columns = {};
  const ranks: Partial<Record<Field, number>> = {};
  for (const [place, heading] of headings.entries()) {
    // snake_case and camelCase are headings too.
    const known = KNOWN.get(key(heading)) ?? KNOWN.get(key(heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')));
    if (!known) continue;
    const [field, rank] = known;
    if (rank >= (ranks[field] ?? Infinity)) continue;
    columns[field] = place;
    ranks[field] = rank;
  }
  return columns;
}

/** Whether enough is chosen to ask. */
export function enough(columns: Columns): boolean {
  return (['name', 'given', 'family', 'address', 'identifiers'] as const).some((field) => columns[field] !== undefined);
}

/**
 * The name of a row, whole or from its parts. A column that is only headed "name" beside one for the other part is a part itself: German files
 * have Name and Vorname, others Name and Surname.
 */
export function nameOf(fields: Partial<Record<Field, string>>): string {
  const { name = '', given, family } = fields;
  const parts = given !== undefined && family !== undefined ? (name.trim() === '' ? [given, family] : [name]) : [given ?? '', name, family ?? ''];
  return parts.map((part) => part.trim()).filter(Boolean).join(' ');
}
