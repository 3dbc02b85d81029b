//! What is being filled in, as it is kept from one start to the next: the evening that is planned, a check-in, and
//! titles.

use serde::{Deserialize, Serialize};

use crate::app::model::{HalfCheckIn, HalfTitle, Tonight};

const FORMAT: &str = "sunshower/tonight";
const VERSION: u32 = 1;

/// What is being filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Half {
    /// The evening that is being planned.
    pub tonight: Tonight,
    /// A check-in that is not kept yet.
    pub check_in: Option<HalfCheckIn>,
    /// Titles that are not kept yet.
    pub titles: Vec<HalfTitle>,
}

#[derive(Serialize, Deserialize)]
struct TonightFile {
    format: String,
    version: u32,
    tonight: Tonight,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    check_in: Option<HalfCheckIn>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    titles: Vec<HalfTitle>,
}

impl Half {
    /// As it is written; nothing where it cannot be.
    pub(super) fn to_text(&self) -> Option<String> {
        let Self { tonight, check_in, titles } = self.clone();
        let file = TonightFile { format: FORMAT.into(), version: VERSION, tonight, check_in, titles };
        ron::ser::to_string_pretty(&file, ron::ser::PrettyConfig::new().new_line("\n")).ok()
    }

    /// Reads what was written; nothing where it makes no sense here.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let file: TonightFile = ron::from_str(text).ok()?;
        let is_known = file.format == FORMAT && file.version == VERSION;
        is_known.then_some(Self { tonight: file.tonight, check_in: file.check_in, titles: file.titles })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evening::check_in::{Feeling, Moment};
    use crate::evening::plan::EveningPlan;
    use crate::journal::entry::Shelved;
    use crate::journal::log::Journal;
    use crate::journal::record::DeviceId;

    #[test]
    fn what_was_being_filled_in_is_read_as_it_was_written() {
        let plan = EveningPlan { intention: "let it \"rain\"".into(), ..EveningPlan::default() };
        let check_in = HalfCheckIn {
            id: None,
            evening: None,
            moment: Moment::Free,
            day: "2026-11-22".parse().expect("a day"),
            feeling: Feeling { pleasant: Some(40), ..Feeling::default() },
            own: "a bit".into(),
        };
        let tonight = Tonight { plan, ..Tonight::default() };
        let mut title: Shelved = Journal::new(DeviceId("here".into())).create(check_in.day, None);
        title.name = Some("Paper Boats".into());
        let title = HalfTitle {
            of: None,
            base: title.clone(),
            said: title,
            length: "1:".into(),
            year: String::new(),
            theme: "rain".into(),
        };
        for (check_in, titles) in [(None, vec![]), (Some(check_in), vec![title])] {
            let half = Half { tonight: tonight.clone(), check_in, titles };
            let text = half.to_text().expect("it can be written");
            assert_eq!(Half::parse(&text), Some(half));
            assert_eq!(Half::parse(&text.replace("version: 1", "version: 2")), None);
        }
        assert_eq!(Half::parse("()"), None);
    }
}
