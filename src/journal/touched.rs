//! Which records changed last.

use uuid::Uuid;

/// So many changes are remembered. Whoever missed more begins from the start.
const REMEMBERED: usize = 512;

/// Which records of a table changed last, in order. What is worked out from a table follows it with this, instead of
/// looking at ten years after each change.
#[derive(Debug)]
pub struct Touched {
    /// Tells tables apart: a copy goes its own ways.
    table: u64,
    /// How many changes were forgotten.
    forgotten: u64,
    ids: Vec<Uuid>,
}

/// How far somebody has followed a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Followed {
    table: u64,
    changes: u64,
}

impl Touched {
    /// Notes a change.
    pub(super) fn touch(&mut self, id: Uuid) {
        if self.ids.len() >= 2 * REMEMBERED {
            self.ids.drain(..REMEMBERED);
            self.forgotten += REMEMBERED as u64;
        }
        self.ids.push(id);
    }

    /// How far somebody is who has looked at the table as it is now.
    #[must_use]
    pub fn now(&self) -> Followed {
        Followed { table: self.table, changes: self.forgotten + self.ids.len() as u64 }
    }

    /// The records that changed since then, some perhaps more than once; `None` where it is another table, or where too
    /// much has changed to be remembered.
    #[must_use]
    pub fn since(&self, followed: Followed) -> Option<&[Uuid]> {
        let missed = followed.changes.checked_sub(self.forgotten).filter(|_| followed.table == self.table)?;
        self.ids.get(usize::try_from(missed).ok()?..)
    }
}

impl Default for Touched {
    fn default() -> Self {
        Self { table: fastrand::u64(..), forgotten: 0, ids: Vec::new() }
    }
}

impl Clone for Touched {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// What a table went through makes no difference to what it is.
impl PartialEq for Touched {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    #[test]
    fn whoever_follows_hears_of_every_change_once() {
        let mut touched = Touched::default();
        let mut followed = touched.now();
        let mut heard = Vec::new();
        for n in 0..5_000 {
            touched.touch(id(n));
            if n % 7 == 0 {
                heard.extend_from_slice(touched.since(followed).expect("not too far behind"));
                followed = touched.now();
            }
        }
        heard.extend_from_slice(touched.since(followed).expect("not too far behind"));
        assert_eq!(heard, (0..5_000).map(id).collect::<Vec<_>>());
    }

    #[test]
    fn whoever_missed_too_much_or_followed_another_table_begins_from_the_start() {
        let mut touched = Touched::default();
        let long_ago = touched.now();
        (0..5_000).for_each(|n| touched.touch(id(n)));
        assert_eq!(touched.since(long_ago), None);
        assert_eq!(touched.since(touched.clone().now()), None, "a copy goes its own ways");
        assert_eq!(touched.since(touched.now()), Some(&[][..]));
    }
}
