/** A telephone number as one reads it: `0514-8000 0136`, `138 0000 1234`; anything else as it stands. */
export function formatPhone(phone: string): string {
  const landline = /^(0\d{2,3})-?(\d{4})(\d{4})$/.exec(phone.replaceAll(' ', ''));
  if (landline) return `${landline[1]}-${landline[2]} ${landline[3]}`;
  const mobile = /^(1\d{2})(\d{4})(\d{4})$/.exec(phone.replaceAll(' ', ''));
  return mobile ? `${mobile[1]} ${mobile[2]} ${mobile[3]}` : phone;
}

/** What the telephone is told to dial. */
export const telHref = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;
