//! Where in the film we are, started, paused and nudged by hand.

use std::time::Duration;

/// The furthest a film clock goes: a day and a night, in seconds.
const MAX_SECS: u64 = 24 * 60 * 60;

/// Where in one item we are. It runs on monotonic time, so that a sleeping computer or a changed clock cannot move it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FilmClock {
    position: Duration,
    running_since: Option<Duration>,
}

impl FilmClock {
    /// A clock standing at `secs` seconds.
    #[must_use]
    pub fn standing_at(secs: u32) -> Self {
        Self { position: Duration::from_secs(u64::from(secs)), running_since: None }
    }

    /// Seconds into the item at `mono`.
    #[must_use]
    pub fn secs(&self, mono: Duration) -> u32 {
        u32::try_from(self.position_at(mono).as_secs()).unwrap_or(u32::MAX)
    }

    /// The minute a person is told: whole minutes that have passed.
    #[must_use]
    pub fn minute(&self, mono: Duration) -> u32 {
        self.secs(mono) / 60
    }

    /// Whether it runs.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.running_since.is_some()
    }

    /// Lets it run.
    pub fn start(&mut self, mono: Duration) {
        self.running_since.get_or_insert(mono);
    }

    /// Stops it where it is.
    pub fn pause(&mut self, mono: Duration) {
        self.position = self.position_at(mono);
        self.running_since = None;
    }

    /// Moves it by `secs` seconds, not before the film's beginning.
    pub fn nudge(&mut self, secs: i64, mono: Duration) {
        let by = Duration::from_secs(secs.unsigned_abs());
        let position = self.position_at(mono);
        let moved = if secs < 0 { position.saturating_sub(by) } else { position.saturating_add(by) };
        self.position = moved.min(Duration::from_secs(MAX_SECS));
        self.running_since = self.running_since.map(|_| mono);
    }

    /// How long until the minute changes, or `None` while it stands.
    #[must_use]
    pub fn until_next_minute(&self, mono: Duration) -> Option<Duration> {
        self.running_since?;
        let into_minute = Duration::from_secs(u64::from(self.secs(mono)) % 60)
            + Duration::from_nanos(u64::from(self.position_at(mono).subsec_nanos()));
        Some(Duration::from_mins(1).saturating_sub(into_minute))
    }

    fn position_at(&self, mono: Duration) -> Duration {
        let running = self.running_since.map_or(Duration::ZERO, |since| mono.saturating_sub(since));
        self.position.saturating_add(running).min(Duration::from_secs(MAX_SECS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEC: Duration = Duration::from_secs(1);

    #[test]
    fn it_counts_only_while_it_runs() {
        let mut clock = FilmClock::default();
        assert_eq!(clock.secs(500 * SEC), 0);
        clock.start(100 * SEC);
        clock.start(130 * SEC);
        assert_eq!(clock.minute(220 * SEC), 2, "starting twice is starting once");
        clock.pause(220 * SEC);
        assert_eq!(clock.secs(900 * SEC), 120);
        clock.start(1000 * SEC);
        assert_eq!(clock.secs(1010 * SEC), 130);
    }

    #[test]
    fn nudging_never_leaves_the_film() {
        let mut clock = FilmClock::standing_at(20);
        clock.nudge(-30, SEC);
        assert_eq!(clock.secs(SEC), 0);
        clock.start(SEC);
        clock.nudge(30, 11 * SEC);
        assert_eq!(clock.secs(12 * SEC), 41);
        clock.nudge(i64::MAX, 12 * SEC);
        assert_eq!(u64::from(clock.secs(12 * SEC)), MAX_SECS);
    }

    #[test]
    fn it_knows_when_the_minute_will_change() {
        let mut clock = FilmClock::standing_at(59);
        assert_eq!(clock.until_next_minute(SEC), None, "a standing clock changes nothing");
        clock.start(SEC);
        assert_eq!(clock.until_next_minute(SEC), Some(SEC));
        assert_eq!(clock.until_next_minute(SEC * 2), Some(60 * SEC));
    }
}
