//! The words that conditions and questions share. A word that is not here is refused on both sides, so that no typing error reads as "no".

/// Words of [`Fact::Item`](super::Fact::Item) that are no ECCN.
pub const ITEM_WORDS: [&str; 15] = [
    "upper",
    "lower",
    "memory",
    "weights",
    "EAR99",
    "600-series",
    "9x515",
    "usml",
    "chart",
    "chip",
    "system",
    "software",
    "technology",
    "tool",
    "not-datacentre",
];
/// What a party does in the deal.
pub const ROLES: [&str; 16] = [
    "purchaser",
    "intermediate-consignee",
    "ultimate-consignee",
    "end-user",
    "freight-forwarder",
    "bank",
    "payer",
    "insurer",
    "broker",
    "anchor",
    "member",
    "builder",
    "owner",
    "operator",
    "supplier",
    "service-provider",
];
/// What sort of user a party is.
pub const USERS: [&str; 9] =
    ["civil", "government", "military", "military-intelligence", "police", "fab", "trader", "cloud-provider", "supercomputer"];
/// What the item is for.
pub const END_USES: [&str; 17] = [
    "civil",
    "training",
    "inference",
    "iaas",
    "government",
    "military",
    "military-intelligence",
    "nuclear",
    "missile",
    "chemical-biological",
    "maritime-nuclear",
    "supercomputer",
    "advanced-node",
    "fab",
    "chip-tools",
    "service",
    "surveillance",
];
/// How it is paid.
pub const PAYMENTS: [&str; 5] = ["bank-transfer", "cash", "crypto", "third-country", "third-party"];
/// Layers of a full-stack package; `X` are services across them.
pub const LAYERS: [&str; 6] = ["1", "2", "3", "4", "5", "X"];
/// How the goods move, seen from the United States.
pub const OPERATIONS: [&str; 3] = ["export", "reexport", "in-country"];
/// Whose ownership test.
pub const OWNERSHIP_TESTS: [&str; 4] = ["ofac", "eu", "uk", "bis"];
