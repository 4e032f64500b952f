//! What the figures of a data sheet make of an item under ECCN 3A090, 4A090 and 4E091 (15 CFR 774 Supp. 1, issue of 2026-07-23).
//!
//! Total processing performance (TPP) is tera-operations a second times the bit length, dense, a multiply-accumulate counted as two, the highest
//! of the precisions, summed over the processing units of the chip (3A090 technical notes 1 to 3). Performance density is TPP divided by the area
//! of the logic dies made with non-planar transistors (technical note 4). Whatever is not given makes a figure a range, and a paragraph
//! that some value of the range meets is possible.

use super::{Milli, Range, Tri};

/// What sort of thing an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// One chip, in its package.
    Chip,
    /// High-bandwidth memory, alone.
    Memory,
    /// Anything with chips in it: a card, a server, a rack. The chip with the highest figures counts (4A090).
    System,
    /// Software.
    Software,
    /// Know-how.
    Technology,
    /// The weights of an AI model.
    Weights,
    /// A chip-making tool.
    Tool,
    /// A service, or a thing without a digital processing chip or memory.
    Other,
}

/// What a data sheet says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The processing units or dies of the chip, or of the most powerful chip of a system; empty when not known.
    pub units: Vec<Unit>,
    /// Whether the item is designed or marketed for data centres.
    pub datacentre: Option<bool>,
    /// Bandwidth of a memory package, GB/s.
    pub memory_bandwidth: Option<Milli>,
    /// Area of a memory package or stack, mm2.
    pub memory_area: Option<Milli>,
    /// Bandwidth of all DRAM that the chip uses, GB/s.
    pub dram_bandwidth: Option<Milli>,
    /// Operations the model was trained with.
    pub training_operations: Option<u128>,
    /// Whether the model's weights are published.
    pub published: Option<bool>,
}

/// Processing units that are alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// How many of them; at least one when not known.
    pub count: Option<u32>,
    /// What each does; empty when not known.
    pub rates: Vec<Rate>,
    /// Area of its die, mm2.
    pub area: Option<Milli>,
    /// Whether the die is made with planar transistors, so that its area does not count.
    pub planar: Option<bool>,
}

/// Speed at one precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Tera-operations a second, a multiply-accumulate counted as two.
    pub tera_ops: Milli,
    /// Bit length: that of the wider input of the multiplication.
    pub bits: u16,
    /// Whether the sheet counts zeros that are skipped. A sparse figure bounds the dense one from above.
    pub sparse: bool,
}

/// What the figures amount to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// At the limits of 3A090.a, 4A090.a or the upper .z entries.
    pub upper: Tri,
    /// At the limits of 3A090.b, 4A090.b or the lower .z entries.
    pub lower: Tri,
    /// At the limit of 3A090.c.
    pub memory: Tri,
    /// At the limit of 4E091.
    pub weights: Tri,
    /// Total processing performance, thousandths.
    pub tpp: Range,
    /// Area that counts, thousandths of mm2.
    pub area: Range,
    /// Bandwidth of DRAM, thousandths of GB/s.
    pub dram: Range,
    /// Memory bandwidth density, thousandths of GB/s for each mm2.
    pub memory_density: Range,
    /// Whether that is over the limit of 3A090.c, whatever the item is.
    pub memory_over: Tri,
    /// Operations of training, thousandths.
    pub training: Range,
    /// Whether designed or marketed for data centres.
    pub datacentre: Tri,
    /// What must be known to say more.
    pub missing: Vec<Missing>,
}

/// A figure that is not given and matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// What sort of thing it is.
    Kind,
    /// Tera-operations a second with their bit length, dense.
    Performance,
    /// The area of its dies and how they are made.
    DieArea,
    /// Whether it is designed or marketed for data centres.
    Datacentre,
    /// Bandwidth and area of the memory.
    Memory,
    /// The operations a model was trained with.
    TrainingOperations,
    /// Whether a model's weights are published.
    Published,
}

/// TPP at which a chip is in the upper tier whatever its density, and out of note 2 (3A090.a.1), thousandths.
pub const TPP_UPPER: u128 = 4_800_000;
/// TPP from which 1.6 of density is enough for the lower tier (3A090.b.1), thousandths.
pub const TPP_LOWER: u128 = 2_400_000;
/// TPP under which a chip is in neither tier (3A090.a.2, .b.2), thousandths.
pub const TPP_LEAST: u128 = 1_600_000;
/// Density of the upper tier (3A090.a.2), hundredths.
pub const DENSITY_UPPER: u128 = 592;
/// Density of the lower tier at [`TPP_LEAST`] (3A090.b.2), hundredths.
pub const DENSITY_LOWER: u128 = 320;
/// Density of the lower tier at [`TPP_LOWER`] (3A090.b.1), hundredths.
pub const DENSITY_LEAST: u128 = 160;
/// Memory bandwidth density above which memory is 3A090.c, hundredths of GB/s for each mm2.
pub const MEMORY_DENSITY: u128 = 200;
/// Training operations of 4E091.
pub const TRAINING: u128 = 100_000_000_000_000_000_000_000_000;

/// Classifies. `kind` not known leaves open what the figures do not rule out.
pub fn classify(kind: Option<ItemKind>, figures: &Figures) -> Class {
    let is = |kinds: &[ItemKind]| kind.map_or(Tri::Unknown, |kind| Tri::from(kinds.contains(&kind)));
    let (tpp, area) = (tpp(&figures.units), area(&figures.units));
    let datacentre = Tri::from(figures.datacentre);
    let dense = |limit| tpp.density_at_least(area, limit);
    let between = |low, high| dense(low).and(!dense(high));
    // 3A090.a.1 or .a.2.
    let upper = tpp.at_least(TPP_UPPER).or(tpp.at_least(TPP_LEAST).and(dense(DENSITY_UPPER)));
    // 3A090.b.1 or .b.2.
    let middle = tpp.at_least(TPP_LOWER).and(!tpp.at_least(TPP_UPPER)).and(between(DENSITY_LEAST, DENSITY_UPPER));
    let lower = middle.or(tpp.at_least(TPP_LEAST).and(between(DENSITY_LOWER, DENSITY_UPPER))).and(!upper);
    // Note 2: what is not for data centres and under 4800 is in neither.
    let counts = datacentre.or(tpp.at_least(TPP_UPPER));
    let processes = is(&[ItemKind::Chip, ItemKind::System]);
    let memory_over = memory(figures);
    let weights = match figures.training_operations {
        Some(operations) => Tri::from(operations >= TRAINING),
        None => Tri::Unknown,
    };
    let weights = weights.and(!Tri::from(figures.published)).and(is(&[ItemKind::Weights]));
    let mut class = Class {
        upper: upper.and(counts).and(processes),
        lower: lower.and(counts).and(processes),
        memory: memory_over.and(is(&[ItemKind::Memory])),
        weights,
        tpp,
        area,
        dram: exactly(figures.dram_bandwidth),
        memory_over,
        memory_density: exactly(figures.memory_bandwidth).over(exactly(figures.memory_area)),
        training: figures.training_operations.map_or(Range::ANY, |operations| Range::exactly(operations.saturating_mul(1_000))),
        datacentre,
        missing: Vec::new(),
    };
    class.missing = missing(kind, figures, &class);
    class
}

fn exactly(figure: Option<Milli>) -> Range {
    figure.map_or(Range::ANY, |milli| Range::exactly(milli.0.into()))
}

fn tpp(units: &[Unit]) -> Range {
    if units.is_empty() {
        return Range::ANY;
    }
    units.iter().map(|unit| unit_tpp(unit).times(unit.count)).fold(Range::exactly(0), Range::plus)
}

/// The highest over the precisions. A precision given only with sparsity bounds from above.
fn unit_tpp(unit: &Unit) -> Range {
    let product = |rate: &Rate| u128::from(rate.tera_ops.0) * u128::from(rate.bits);
    let dense = unit.rates.iter().filter(|rate| !rate.sparse);
    let only_sparse = |rate: &&Rate| rate.sparse && !unit.rates.iter().any(|other| !other.sparse && other.bits == rate.bits);
    let least = dense.map(product).max();
    let most = unit.rates.iter().filter(only_sparse).map(product).max().max(least);
    Range { least: least.unwrap_or(0), most }
}

fn area(units: &[Unit]) -> Range {
    if units.is_empty() {
        return Range::ANY;
    }
    let one = |unit: &Unit| match (unit.planar, unit.area) {
        (Some(true), _) => Range::exactly(0),
        (Some(false), Some(area)) => Range::exactly(area.0.into()),
        (None, Some(area)) => Range { least: 0, most: Some(area.0.into()) },
        (_, None) => Range::ANY,
    };
    units.iter().map(|unit| one(unit).times(unit.count)).fold(Range::exactly(0), Range::plus)
}

/// More than 2 GB/s for each mm2: not at the limit itself.
fn memory(figures: &Figures) -> Tri {
    match (figures.memory_bandwidth, figures.memory_area) {
        (Some(bandwidth), Some(area)) => Tri::from(u128::from(bandwidth.0) * 100 > u128::from(area.0) * MEMORY_DENSITY),
        _ => Tri::Unknown,
    }
}

fn missing(kind: Option<ItemKind>, figures: &Figures, class: &Class) -> Vec<Missing> {
    let mut missing = Vec::new();
    let open = |tri: Tri| tri == Tri::Unknown;
    if kind.is_none() {
        missing.push(Missing::Kind);
    }
    if open(class.upper) || open(class.lower) {
        if class.tpp.most != Some(class.tpp.least) {
            missing.push(Missing::Performance);
        }
        if class.area.most != Some(class.area.least) {
            missing.push(Missing::DieArea);
        }
        if figures.datacentre.is_none() {
            missing.push(Missing::Datacentre);
        }
    }
    if open(class.memory) && (figures.memory_bandwidth.is_none() || figures.memory_area.is_none()) {
        missing.push(Missing::Memory);
    }
    if open(class.weights) {
        missing.extend(figures.training_operations.is_none().then_some(Missing::TrainingOperations));
        missing.extend(figures.published.is_none().then_some(Missing::Published));
    }
    missing
}

/// A limit, and where the item stands to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margin {
    /// The paragraph with the limit.
    pub limit: &'static str,
    /// The limit, thousandths.
    pub at: u128,
    /// What the item has, thousandths.
    pub value: Range,
    /// Whether it is at the limit or over it.
    pub reached: Tri,
}

impl Class {
    /// Every limit that such an item may reach, and where it stands to it.
    pub fn margins(&self, kind: Option<ItemKind>) -> Vec<Margin> {
        let memory = Margin {
            limit: "3A090.c: memory bandwidth density, over",
            at: MEMORY_DENSITY * 10,
            value: self.memory_density,
            reached: self.memory_over,
        };
        let at = TRAINING * 1_000;
        let weights = Margin { limit: "4E091: operations of training", at, value: self.training, reached: self.training.at_least(at) };
        match kind {
            Some(ItemKind::Memory) => vec![memory],
            Some(ItemKind::Weights) => vec![weights],
            Some(_) => self.processing(),
            None => [self.processing(), vec![memory, weights]].concat(),
        }
    }

    /// The limits on performance and its density.
    fn processing(&self) -> Vec<Margin> {
        let tpp = |limit, at| Margin { limit, at, value: self.tpp, reached: self.tpp.at_least(at) };
        let dense = |limit, at: u128| Margin {
            limit,
            at: at * 10,
            value: self.tpp.over(self.area),
            reached: self.tpp.density_at_least(self.area, at),
        };
        vec![
            tpp("3A090.a.1: total processing performance", TPP_UPPER),
            tpp("3A090.a.2 and .b.2: total processing performance", TPP_LEAST),
            dense("3A090.a.2: performance density", DENSITY_UPPER),
            tpp("3A090.b.1: total processing performance", TPP_LOWER),
            dense("3A090.b.1: performance density", DENSITY_LEAST),
            dense("3A090.b.2: performance density", DENSITY_LOWER),
        ]
    }

    /// The candidate paragraph of such an item, in a word.
    pub fn paragraph(&self, kind: Option<ItemKind>) -> &'static str {
        let tiers = [self.upper, self.lower, self.memory, self.weights];
        let system = kind == Some(ItemKind::System);
        match tiers {
            [Tri::Yes, ..] if self.datacentre == Tri::No && system => "4A090.a: look at NAC/ACA",
            [Tri::Yes, ..] if self.datacentre == Tri::No => "3A090.a: look at NAC/ACA",
            [Tri::Yes, ..] if system => "4A090.a",
            [Tri::Yes, ..] => "3A090.a",
            [_, Tri::Yes, ..] if system => "4A090.b",
            [_, Tri::Yes, ..] => "3A090.b",
            [_, _, Tri::Yes, _] => "3A090.c",
            [.., Tri::Yes] => "4E091",
            _ if tiers.contains(&Tri::Unknown) => "not known",
            _ if system => "not 4A090",
            _ => "not 3A090",
        }
    }
}
