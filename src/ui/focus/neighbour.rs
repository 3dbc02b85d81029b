//! Which control an arrow leads to, by where they lie.

use std::collections::BTreeSet;

use egui::Rect;

/// Where an arrow points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Up.
    Up,
    /// Down.
    Down,
    /// Left.
    Left,
    /// Right.
    Right,
}

/// Where an arrow leads from the control at `here`. Up and down also lead to what no arrow would reach otherwise: a
/// control far aside, with a row above and one below that both end on either side of it.
#[must_use]
pub(super) fn neighbour(rects: &[Rect], here: usize, direction: Direction) -> Option<usize> {
    let usual = |from: usize, direction| nearest(rects[from], rects, direction);
    if matches!(direction, Direction::Up | Direction::Down) {
        let all = [Direction::Up, Direction::Down, Direction::Left, Direction::Right];
        let reached: BTreeSet<usize> =
            (0..rects.len()).flat_map(|from| all.map(|direction| usual(from, direction))).flatten().collect();
        for left_out in (0..rects.len()).filter(|index| !reached.contains(index)) {
            let ways = (0..rects.len()).flat_map(|from| [(from, Direction::Up), (from, Direction::Down)]);
            let ways = ways.filter_map(|(from, way)| {
                let Measures { ahead, aside, .. } = measures(rects[from], rects[left_out], way)?;
                Some((ahead + 0.7 * aside, (from, way)))
            });
            if ways.min_by(|(one, _), (other, _)| one.total_cmp(other)).is_some_and(|(_, way)| way == (here, direction))
            {
                return Some(left_out);
            }
        }
    }
    usual(here, direction)
}

/// Left and right lead no further up or down than this: beyond it, one would not know where one is.
const FAR_ASIDE: f32 = 100.0;

/// The nearest of `others` in a direction. Up and down go to the next row even where it begins aside, unless that is far
/// aside; left and right stay in the row while there is anything, and never leave it by far.
#[must_use]
fn nearest(from: Rect, others: &[Rect], direction: Direction) -> Option<usize> {
    let vertical = matches!(direction, Direction::Up | Direction::Down);
    let cost = |to: &Measures| {
        match (vertical, to.aside > 0.0) {
            (true, _) => to.ahead + 0.7 * to.aside + 0.01 * to.off_start,
            (false, false) => to.ahead,
            // The nearest row, and not what lies nearest in a row far away, which might never be left again.
            (false, true) => 10_000.0 + to.aside + 0.1 * to.ahead,
        }
    };
    let ahead = others.iter().enumerate().filter_map(|(index, rect)| Some((index, measures(from, *rect, direction)?)));
    let ahead = ahead.filter(|(_, to)| vertical || to.aside <= FAR_ASIDE);
    ahead.min_by(|(_, one), (_, other)| cost(one).total_cmp(&cost(other))).map(|(index, _)| index)
}

/// How one control lies to another.
struct Measures {
    /// The gap in the direction.
    ahead: f32,
    /// The gap across it; none where the one lies straight ahead.
    aside: f32,
    /// From start to start across it: what is read begins on the left.
    off_start: f32,
}

/// `None` where it does not lie ahead.
fn measures(from: Rect, to: Rect, direction: Direction) -> Option<Measures> {
    const SLACK: f32 = 4.0;
    let (ahead, forward, (a, b), (c, d)) = match direction {
        Direction::Right => (to.left() - from.right(), to.center().x - from.center().x, ys(from), ys(to)),
        Direction::Left => (from.left() - to.right(), from.center().x - to.center().x, ys(from), ys(to)),
        Direction::Down => (to.top() - from.bottom(), to.center().y - from.center().y, xs(from), xs(to)),
        Direction::Up => (from.top() - to.bottom(), from.center().y - to.center().y, xs(from), xs(to)),
    };
    let aside = (c - b).max(a - d).max(0.0);
    let off_start = (c - a).abs();
    (ahead >= -SLACK && forward > 0.0).then_some(Measures { ahead: ahead.max(0.0), aside, off_start })
}

fn xs(rect: Rect) -> (f32, f32) {
    (rect.left(), rect.right())
}

fn ys(rect: Rect) -> (f32, f32) {
    (rect.top(), rect.bottom())
}

#[cfg(test)]
mod tests {
    use egui::{pos2, vec2};
    use proptest::prelude::*;

    use super::*;

    fn at(x: f32, y: f32) -> Rect {
        Rect::from_min_size(pos2(x, y), vec2(100.0, 40.0))
    }

    #[test]
    fn straight_ahead_comes_before_nearer_but_aside() {
        let others = [at(150.0, 60.0), at(600.0, 0.0)];
        assert_eq!(nearest(at(0.0, 0.0), &others, Direction::Right), Some(1));
        assert_eq!(nearest(at(0.0, 0.0), &others[..1], Direction::Right), Some(0), "aside is better than nothing");
        assert_eq!(nearest(at(0.0, 0.0), &others, Direction::Left), None);
        assert_eq!(nearest(at(0.0, 0.0), &[at(150.0, 300.0)], Direction::Right), None, "but not far aside");
    }

    proptest! {
        #[test]
        fn every_control_can_be_reached_from_every_other(cells in proptest::collection::btree_set((0_u8..6, 0_u8..6), 1..20)) {
            let rects: Vec<_> = cells.iter().map(|(x, y)| at(f32::from(*x) * 140.0, f32::from(*y) * 60.0)).collect();
            for start in 0..rects.len() {
                let mut reached = vec![start];
                let mut next = 0;
                while next < reached.len() {
                    for direction in [Direction::Up, Direction::Down, Direction::Left, Direction::Right] {
                        if let Some(index) = neighbour(&rects, reached[next], direction)
                            && !reached.contains(&index)
                        {
                            reached.push(index);
                        }
                    }
                    next += 1;
                }
                prop_assert_eq!(reached.len(), rects.len());
            }
        }
    }
}
