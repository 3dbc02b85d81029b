//! One evening, from its plan to the morning after.

pub mod check_in;
pub mod film_clock;
pub mod later;
pub mod offers;
pub mod pause;
pub mod plan;
pub mod resume;
pub mod run;
pub mod stretch;
pub mod tears;
pub mod timeline;
