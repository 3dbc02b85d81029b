//! Every word a person sees, in Fluent, so that plurals and further languages need no rewrite.

pub(crate) mod insights;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

/// Marks a key of `assets/text`, so that a test finds every one that is used.
pub(crate) const fn key(key: &'static str) -> &'static str {
    key
}

/// The words of one language.
pub struct Text {
    bundle: FluentBundle<FluentResource>,
}

/// Why the bundled words cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the bundled text is not whole: {0}")]
pub struct TextError(String);

impl Text {
    /// Reads the bundled English.
    ///
    /// # Errors
    /// Where it is not whole; a test sees to it that it is.
    pub fn english() -> Result<Self, TextError> {
        let source = include_str!("../assets/text/en.ftl");
        let resource = FluentResource::try_new(source.to_owned())
            .map_err(|(_, errors)| TextError(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
        let english = "en".parse().map_err(|error| TextError(format!("{error:?}")))?;
        let mut bundle = FluentBundle::new(vec![english]);
        // The marks that isolate directions are drawn as boxes by fonts that lack them.
        bundle.set_use_isolating(false);
        bundle
            .add_resource(resource)
            .map_err(|errors| TextError(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
        Ok(Self { bundle })
    }

    /// The words for `key`.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The words for `key`, with what stands in them.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.format(key, Some(&args))
    }

    /// Whether there are words for `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            // A test compares all keys; this is for the person, who can still guess.
            tracing::error!(key, "no words for this");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(pattern, args, &mut errors);
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "words not complete");
        }
        words.into_owned()
    }
}
