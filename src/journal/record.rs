//! What every record has in common.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::clock::Wall;

/// Names one computer's writing, so that every file has a single writer. Lower-case letters and digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeviceId(pub String);

impl DeviceId {
    /// A name nobody else has.
    #[must_use]
    pub fn random() -> Self {
        let mut name = Uuid::new_v4().simple().to_string();
        name.truncate(8);
        Self(name)
    }

    /// Whether this can be the name of a folder everywhere.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        (1..=32).contains(&self.0.len()) && self.0.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which version of a record this is: a count greater than any seen before it, and who wrote it.
/// The greater one wins, whatever any clock says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Rev(pub u64, pub DeviceId);

/// Where an import brought a record from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The format it came in.
    pub kind: String,
    /// What makes it the same record when it is imported again.
    pub key: String,
    /// The import it came with.
    pub batch: Uuid,
    /// The row as it was.
    pub original: String,
}

/// What every record has in common.
pub trait Record: Clone + fmt::Debug + PartialEq {
    /// A new, empty record.
    fn new(id: Uuid, rev: Rev, day: NaiveDate, at: Option<Wall>) -> Self;
    /// Names the record for ever.
    fn id(&self) -> Uuid;
    /// Gives it another name: a copy that is to be a record of its own.
    fn set_id(&mut self, id: Uuid);
    /// Its version.
    fn rev(&self) -> &Rev;
    /// The versions that this one was made from, the newest of each computer.
    fn after(&self) -> &[Rev];
    /// Makes it another version of itself, made from those.
    fn set_rev(&mut self, rev: Rev, after: Vec<Rev>);
    /// The day it was lived on.
    fn day(&self) -> NaiveDate;
    /// When it was made, where more than the day is known.
    fn at(&self) -> Option<Wall>;
    /// The evening it belongs to.
    fn evening(&self) -> Option<Uuid>;
    /// Whether only the memory of it is left.
    fn deleted(&self) -> bool;
    /// What is left when it is deleted: its name, its version and its day.
    #[must_use]
    fn tombstone(&self, rev: Rev) -> Self;

    /// Whether whoever made this version knew that one, or it is that one.
    fn knows(&self, rev: &Rev) -> bool {
        // Of its own computer's versions, too, it knows only those it was made from: should two computers ever go by one
        // name, a greater number says nothing.
        self.rev() == rev || self.after().iter().any(|known| known.1 == rev.1 && known.0 >= rev.0)
    }
}

/// For leaving out of the files what says nothing.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Declares a kind of record: the fields all records share, then its own. Written flat because serde's `flatten`
/// changes the form of a RON file for ever.
macro_rules! record {
    (
        $(#[$about:meta])*
        pub struct $name:ident {
            $($(#[$field_about:meta])* pub $field:ident: $kind:ty,)*
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name {
            /// Names the record for ever.
            pub id: uuid::Uuid,
            /// Its version.
            pub rev: $crate::journal::record::Rev,
            /// The versions that this one was made from, the newest of each computer.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub after: Vec<$crate::journal::record::Rev>,
            /// The day lived: fixed when the record is made, never recomputed.
            pub day: chrono::NaiveDate,
            /// When it was made, where more than the day is known.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub at: Option<$crate::clock::Wall>,
            /// The evening it belongs to.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evening: Option<uuid::Uuid>,
            /// Where an import brought it from. Boxed, because most records come from nowhere.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub source: Option<Box<$crate::journal::record::Source>>,
            /// Only its name, its version and its day are left.
            #[serde(default, skip_serializing_if = "crate::journal::record::is_default")]
            pub deleted: bool,
            $(
                $(#[$field_about])*
                #[serde(default, skip_serializing_if = "crate::journal::record::is_default")]
                pub $field: $kind,
            )*
        }

        impl $crate::journal::record::Record for $name {
            fn new(
                id: uuid::Uuid,
                rev: $crate::journal::record::Rev,
                day: chrono::NaiveDate,
                at: Option<$crate::clock::Wall>,
            ) -> Self {
                Self {
                    id, rev, day, at,
                    after: Vec::new(),
                    evening: None,
                    source: None,
                    deleted: false,
                    $($field: Default::default(),)*
                }
            }
            fn id(&self) -> uuid::Uuid {
                self.id
            }
            fn rev(&self) -> &$crate::journal::record::Rev {
                &self.rev
            }
            fn set_id(&mut self, id: uuid::Uuid) {
                self.id = id;
            }
            fn after(&self) -> &[$crate::journal::record::Rev] {
                &self.after
            }
            fn set_rev(
                &mut self,
                rev: $crate::journal::record::Rev,
                after: Vec<$crate::journal::record::Rev>,
            ) {
                self.rev = rev;
                self.after = after;
            }
            fn day(&self) -> chrono::NaiveDate {
                self.day
            }
            fn at(&self) -> Option<$crate::clock::Wall> {
                self.at
            }
            fn evening(&self) -> Option<uuid::Uuid> {
                self.evening
            }
            fn deleted(&self) -> bool {
                self.deleted
            }
            fn tombstone(&self, rev: $crate::journal::record::Rev) -> Self {
                Self { deleted: true, ..Self::new(self.id, rev, self.day, None) }
            }
        }
    };
}
pub(crate) use record;
