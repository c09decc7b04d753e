//! Learns weights from labelled examples: a linear support vector machine, found by dual coordinate descent.
//!
//! Hsieh, Chang, Lin, Keerthi & Sundararajan, *A dual coordinate descent method for large-scale linear SVM* (ICML 2008),
//! with the squared loss. Both labels count equally, however many examples each has.

/// An example as numbers: each trait once, with its value.
pub(super) struct Example {
    /// Its label.
    pub(super) presses: bool,
    /// Number and value of its traits.
    pub(super) values: Vec<(usize, f64)>,
}

/// What was learned.
pub(super) struct Learned {
    /// A weight for each trait.
    pub(super) weights: Vec<f64>,
    /// What a sentence without traits weighs.
    pub(super) level: f64,
}

/// How much a wrong example costs against large weights. Held-out sets were equally good between 0.3 and 3.
const COST: f64 = 1.0;

/// Rounds over all examples; after some thirty the weights hardly move.
const ROUNDS: usize = 40;

/// Finds the weights that keep the two labels apart with the widest margin.
pub(super) fn learn(examples: &[Example], traits: usize) -> Learned {
    let pressing = examples.iter().filter(|example| example.presses).count();
    let cost = |presses: bool| {
        let same = if presses { pressing } else { examples.len() - pressing };
        COST * examples.len() as f64 / (2 * same.max(1)) as f64
    };
    let mut learned = Learned { weights: vec![0.0; traits], level: 0.0 };
    let mut steps = vec![0.0; examples.len()];
    for round in 0..ROUNDS {
        for at in order(examples.len(), round) {
            let soft = 1.0 / (2.0 * cost(examples[at].presses));
            learned.improve(&examples[at], &mut steps[at], soft);
        }
    }
    learned
}

impl Learned {
    /// One step for one example: as far as its margin asks, never back over zero.
    fn improve(&mut self, example: &Example, step: &mut f64, soft: f64) {
        let label = if example.presses { 1.0 } else { -1.0 };
        let slope = label * self.weigh(example) - 1.0 + soft * *step;
        let curve = example.values.iter().map(|(_, value)| value * value).sum::<f64>() + 1.0 + soft;
        let next = (*step - slope / curve).max(0.0);
        let change = (next - *step) * label;
        *step = next;
        example.values.iter().for_each(|(number, value)| self.weights[*number] += change * value);
        self.level += change;
    }

    fn weigh(&self, example: &Example) -> f64 {
        self.level + example.values.iter().map(|(number, value)| self.weights[*number] * value).sum::<f64>()
    }
}

/// Another order in every round, and the same orders in every run: neighbours in the file resemble each other, and steps
/// in their order would see-saw. A step that shares no factor with the number visits all.
fn order(count: usize, round: usize) -> impl Iterator<Item = usize> {
    let step = (count / 3 + 7 * round + 1..).find(|step| shared_factor(*step, count) == 1).unwrap_or(1);
    (0..count).map(move |turn| (turn * step + round) % count)
}

fn shared_factor(one: usize, other: usize) -> usize {
    if other == 0 { one } else { shared_factor(other, one % other) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Example, learn, order};

    #[test]
    fn every_example_has_its_turn_in_every_round() {
        for round in 0..5 {
            assert_eq!(order(12, round).collect::<BTreeSet<_>>().len(), 12);
        }
        assert_eq!(order(0, 0).count(), 0);
    }

    #[test]
    fn a_trait_of_one_label_weighs_to_its_side_and_a_trait_of_both_hardly() {
        let example = |presses, own| Example { presses, values: vec![(own, 1.0), (2, 1.0)] };
        let learned = learn(&[example(true, 0), example(false, 1), example(true, 0), example(false, 1)], 3);
        assert!(learned.weights[0] > 0.3 && learned.weights[1] < -0.3, "{:?}", learned.weights);
        assert!(learned.weights[2].abs() < 0.1, "{:?}", learned.weights);
    }
}
