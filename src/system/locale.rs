//! What the computer says about languages.

use crate::text::locale::SystemTags;

/// What this computer says.
#[must_use]
pub fn of_this_computer() -> SystemTags {
    if cfg!(unix) && !cfg!(target_os = "macos") {
        of_variables(|name| std::env::var(name).ok())
    } else {
        let languages: Vec<String> = sys_locale::get_locales().collect();
        let formats = languages.first().cloned().unwrap_or_default();
        SystemTags { languages, formats }
    }
}

/// The same from the environment, where POSIX puts it: `LC_ALL` before what is more exact, that before `LANG`; and
/// `LANGUAGE`, as GNU has it, as a list of languages wherever one is set at all.
fn of_variables(variable: impl Fn(&str) -> Option<String>) -> SystemTags {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let first = |names: [&str; 3]| names.into_iter().find_map(&set).unwrap_or_default();
    let words = first(["LC_ALL", "LC_MESSAGES", "LANG"]);
    let is_none = matches!(words.as_str(), "" | "C" | "POSIX");
    let list = set("LANGUAGE").filter(|_| !is_none).unwrap_or_default();
    let languages = list.split(':').map(str::to_owned).chain([words]).filter(|tag| !tag.is_empty()).collect();
    SystemTags { languages, formats: first(["LC_ALL", "LC_TIME", "LANG"]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(variables: &[(&str, &str)]) -> (Vec<String>, String) {
        let variable =
            |name: &str| variables.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).into());
        let system = of_variables(variable);
        (system.languages, system.formats)
    }

    #[test]
    fn words_and_formats_may_differ_as_posix_has_it() {
        let tags = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>();
        assert_eq!(said(&[("LANG", "de_DE.UTF-8")]), (tags(&["de_DE.UTF-8"]), "de_DE.UTF-8".into()));
        let both = [("LANG", "en_US.UTF-8"), ("LC_TIME", "de_DE.UTF-8"), ("LC_MESSAGES", "")];
        assert_eq!(said(&both), (tags(&["en_US.UTF-8"]), "de_DE.UTF-8".into()));
        let all = [("LC_ALL", "de_AT"), ("LC_TIME", "en_US"), ("LANG", "fr_FR")];
        assert_eq!(said(&all), (tags(&["de_AT"]), "de_AT".into()));
        let list = [("LANG", "fr_FR"), ("LANGUAGE", "fr:de")];
        assert_eq!(said(&list).0, tags(&["fr", "de", "fr_FR"]));
        assert_eq!(said(&[("LANG", "C"), ("LANGUAGE", "de")]).0, tags(&["C"]), "C means no language at all");
        assert_eq!(said(&[]), (vec![], String::new()));
    }
}
