//! The rooms, on the left.

use egui::{Align2, CornerRadius, Rect, Role, ScrollArea, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::app::command::Command;
use crate::app::nav::Room;
use crate::text::key;

use super::cx::Cx;
use super::focus::{self, Focus, Group, Takes};
use super::fonts;
use super::status_ui::saving_ui;
use super::theme::{mix, size};
use super::widgets::{paint_ground, paint_ring, place};

/// How wide it is.
pub const RAIL_WIDTH: f32 = 232.0;

/// The height below which the rooms and the settings do not fit above each other.
const LEAST_HEIGHT: f32 = 650.0;

/// Draws the rooms; the settings stand apart at the foot.
pub fn rail_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    ui.ctx().with_plugin(|focus: &mut Focus| focus.begin_group(Group::Rail));
    let name = pos2(rect.left(), rect.top() + 22.0);
    ui.painter().text(name, Align2::LEFT_CENTER, cx.t("app-name"), fonts::display(36.0), warm(cx));
    let top = Rect::from_min_max(pos2(rect.left(), rect.top() + 94.0), rect.max);
    let mut list = ui.new_child(UiBuilder::new().max_rect(top).id_salt("rail"));
    if top.height() < LEAST_HEIGHT {
        // Large text on a small screen: the rooms scroll rather than lie on each other.
        list.set_clip_rect(top.expand2(vec2(16.0, 0.0)).intersect(ui.clip_rect()));
        ScrollArea::vertical().id_salt("rail").show(&mut list, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 14.0);
            ui.add_space(14.0);
            for room in Room::ALL {
                room_ui(ui, cx, room);
            }
            saving_ui(ui, cx);
            ui.add_space(14.0);
        });
    } else {
        list.spacing_mut().item_spacing = vec2(0.0, 14.0);
        for room in Room::ALL.into_iter().filter(|room| *room != Room::Settings) {
            room_ui(&mut list, cx, room);
        }
        let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 136.0), rect.max);
        let mut foot = ui.new_child(UiBuilder::new().max_rect(foot).id_salt("rail-foot"));
        foot.spacing_mut().item_spacing.y = 24.0;
        room_ui(&mut foot, cx, Room::Settings);
        saving_ui(&mut foot, cx);
    }
    ui.ctx().with_plugin(|focus: &mut Focus| focus.begin_group(Group::Page));
}

/// The name in lamp amber, dark enough to be read by daylight.
fn warm(cx: &Cx<'_>) -> egui::Color32 {
    if cx.theme.dark { cx.theme.accent } else { mix(cx.theme.accent, cx.theme.text, 0.55) }
}

fn room_ui(ui: &mut Ui, cx: &mut Cx<'_>, room: Room) {
    let theme = cx.theme;
    let words = cx.t(match room {
        Room::Tonight => key("room-tonight"),
        Room::Shelf => key("room-shelf"),
        Room::Breathe => key("room-breathe"),
        Room::Journal => key("room-journal"),
        Room::Insights => key("room-insights"),
        Room::Care => key("room-care"),
        Room::Settings => key("room-settings"),
    });
    let (rect, response) = place(ui, ("room", room), vec2(RAIL_WIDTH, 71.0));
    let here = cx.model.nav.room == room;
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, here, &words));
    if here {
        paint_ground(ui, theme, rect, size::CONTROL_CORNER, theme.card);
    } else if response.hovered() {
        let hovered = mix(theme.sky[1], theme.card, 0.6);
        ui.painter().rect_filled(rect, CornerRadius::same(size::CONTROL_CORNER), hovered);
    }
    let ink = if here { theme.text } else { theme.soft };
    let at = pos2(rect.left() + 22.0, rect.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, words, fonts::body(30.0), ink);
    if here {
        focus::register_fallback(ui, &response, Takes::default());
    } else {
        focus::register(ui, &response, Takes::default());
    }
    if response.has_focus() {
        paint_ring(ui, theme, rect, size::CONTROL_CORNER);
    }
    if response.clicked() {
        cx.ask(Command::Enter(room));
    }
}
