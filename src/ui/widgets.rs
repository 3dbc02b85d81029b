//! The controls everything is made of. Each has a name, a ring when it is focused, and works by mouse and by arrows.

mod assisted;
mod button;
mod chip;
mod day_picker;
mod layout;
mod list;
mod reading;
mod ring;
mod slider;
mod stepper;
mod text_field;

pub use button::{Look, button, button_about, button_size, button_sized, link, row_button, short_link, wide_link};
pub(crate) use button::{place, pressed_or_hovered};
pub use chip::{check_row, chip, chip_about, choice_chips, choice_chips_about};
pub use day_picker::{PickerDays, day_picker};
pub(crate) use layout::paint_ground;
pub use layout::{
    Size, card, centred_column, centred_row, centred_soft, centred_text, heading, label, live, make_live, page,
    paint_sky, paragraph, same_column, section, side_by_side, soft, title, unseen_title,
};
pub use list::{list_row, list_row_height, marked_line, offer_button};
pub use reading::{reading, reads_in_steps};
pub use ring::{focus_ring, paint_ring};
pub use slider::{Track, feeling_slider};
pub use stepper::stepper;
pub use text_field::{Written, return_to, text_area, text_line};
