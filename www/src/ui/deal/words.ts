import schema from '../../../../crate/record/src/deal/schema.json';

const { party, item, question } = schema.$defs;

/** The words a question may use, from the schema, which the Rust tests hold against the engine's own. */
export const ROLES = party.properties.roles.items.enum;
export const USERS = party.properties.user.items.enum;
export const KINDS = item.properties.kind.enum;
export const PURPOSES = question.properties.end_use.properties.purposes.items.enum;
export const PAYMENTS = question.properties.payment.items.enum;
export const LAYERS = question.properties.layers.items.enum;
