//! Asking Windows (`SetThreadExecutionState`) or macOS (a power assertion) to stay awake. Both let go of it when the
//! program ends, however it ends.

use keepawake::KeepAwake;

use super::Awake;

/// Asks the system.
#[derive(Default)]
pub struct PowerAwake {
    held: Option<KeepAwake>,
    failed: bool,
}

impl Awake for PowerAwake {
    fn keep(&mut self, awake: bool) {
        if !awake {
            self.held = None;
        } else if self.held.is_none() {
            let asked = keepawake::Builder::default()
                .display(true)
                .idle(true)
                .reason("A break")
                .app_name("Sunshower")
                .app_reverse_domain("sunshower")
                .create();
            self.failed = asked.is_err();
            self.held = asked.inspect_err(|error| tracing::warn!("the screen is not kept awake: {error}")).ok();
        }
    }

    fn has_failed(&self) -> bool {
        self.failed
    }
}
