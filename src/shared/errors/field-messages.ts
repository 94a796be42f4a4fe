/**
 * What can be wrong with a field, and which values its sentence needs. The sentences stand in
 * `messages/{ru,en}.json`; a schema's issue carries the key, never a sentence.
 */
export const fieldMessages = {
  "field.required": [],
  "field.invalid": [],
  "field.tooShort": ["min"],
  "field.tooLong": ["max"],
  "field.tooSmall": ["min"],
  "field.tooBig": ["max"],
  "field.notAbove": ["min"],
  "field.notBelow": ["max"],
  "field.tooFew": ["min"],
  "field.tooMany": ["max"],
  "field.choice": [],
  "field.date": [],
  "field.number": [],
  "field.email": [],
  "field.phone": [],
  "field.link": [],
  "field.oktmo": [],
  "field.oneTimeCode": [],
  "field.personName": [],
  "field.timeZone": [],
  "field.time": [],
  "field.dayOrder": [],
  "field.lunchOutside": [],
  "field.weekTooShort": [],
  "field.dayTwice": [],
  "field.amount": [],
  "field.consent": [],
  "field.birthDate": [],
  "field.smsCode": [],
  "field.documentSeen": [],
  "field.onlyHide": [],
  "field.nothingLeft": [],
  "field.askedPerson": [],
  "field.passwordShort": ["min"],
  "field.phoneCode": [],
  "field.anyCode": [],
  "field.point": [],
  "field.notDirector": [],
  "field.questionClosed": [],
} as const satisfies Record<`field.${string}`, readonly string[]>;

export type FieldMessageKey = keyof typeof fieldMessages;

export function isFieldMessageKey(text: string): text is FieldMessageKey {
  return Object.hasOwn(fieldMessages, text);
}
