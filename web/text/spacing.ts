const HAN_THEN_LATIN = /(\p{Script=Han})([A-Za-z0-9])/gu;
const LATIN_THEN_HAN = /([A-Za-z0-9%])(\p{Script=Han})/gu;

/** A real space between hanzi and Latin letters or digits: lists come in without it (`接受50岁以上`). */
export function spaced(text: string): string {
  return text.replace(HAN_THEN_LATIN, '$1 $2').replace(LATIN_THEN_HAN, '$1 $2');
}
