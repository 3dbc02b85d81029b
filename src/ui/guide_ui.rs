//! The guide: short cards, read at any time, and the one line in which a fitting card is offered during an evening.

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use crate::app::command::Command;
use crate::app::nav::Over;
use crate::care::guide::{Card, Occasion, offered};
use crate::text::key;

use super::cx::Cx;
use super::talk_ui::{done_ui, talk_button_ui};
use super::theme::size;
use super::widgets::{Look, Size, button, card, centred_column, link, reading, row_button, same_column, soft, title};

impl Cx<'_> {
    /// What a card is called, and what it says.
    fn card(&self, card: Card) -> (String, String) {
        let (name, text) = match card {
            Card::Choosing => (key("card-choosing"), key("card-choosing-text")),
            Card::Room => (key("card-room"), key("card-room-text")),
            Card::Water => (key("card-water"), key("card-water-text")),
            Card::LettingCome => (key("card-letting-come"), key("card-letting-come-text")),
            Card::Breaks => (key("card-breaks"), key("card-breaks-text")),
            Card::Phone => (key("card-phone"), key("card-phone-text")),
            Card::Aftercare => (key("card-aftercare"), key("card-aftercare-text")),
            Card::Reflecting => (key("card-reflecting"), key("card-reflecting-text")),
            Card::SmallJoys => (key("card-small-joys"), key("card-small-joys-text")),
            Card::NotAlone => (key("card-not-alone"), key("card-not-alone-text")),
            Card::Strength => (key("card-strength"), key("card-strength-text")),
            Card::Tears => (key("card-tears"), key("card-tears-text")),
            Card::Better => (key("card-better"), key("card-better-text")),
            Card::NotShown => (key("card-not-shown"), key("card-not-shown-text")),
            Card::Japan => (key("card-japan"), key("card-japan-text")),
        };
        (self.t(name), self.t(text))
    }

    fn is_put_away(&self, card: Card) -> bool {
        self.model.settings.put_away.contains(card.id())
    }
}

/// The page with all cards.
pub fn guide_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    centred_column(ui, 1180.0, |ui| {
        title(ui, cx, &cx.t("guide-title"));
        soft(ui, cx, &cx.t("guide-line"));
        ui.spacing_mut().item_spacing.y = 10.0;
        for card in Card::ALL {
            let away = if cx.is_put_away(card) { cx.t("guide-away") } else { String::new() };
            if row_button(ui, cx, ("card", card), &cx.card(card).0, &away) {
                cx.ask(Command::Lay(Over::Card(card)));
            }
        }
        done_ui(ui, cx);
    });
}

/// One card, with where its facts come from.
pub fn card_page_ui(ui: &mut Ui, cx: &mut Cx<'_>, shown: Card) {
    let (name, text) = cx.card(shown);
    centred_column(ui, 1180.0, |ui| {
        title(ui, cx, &name);
        card(ui, cx.theme, |ui| reading(ui, cx, ("card-text", shown), &text, Size::Body));
        if !shown.sources().is_empty() {
            soft(ui, cx, &cx.t("guide-source"));
        }
        for source in shown.sources() {
            if link(ui, cx, ("source", source.address), source.words) {
                cx.ask(Command::OpenAddress(source.address.to_owned()));
            }
        }
        let away = cx.is_put_away(shown);
        if away {
            soft(ui, cx, &cx.t("guide-put-away-line"));
        }
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(26.0, size::GAP);
            if button(ui, cx, "card-done", &cx.t("done"), Look::Primary) {
                cx.ask(Command::Back);
            }
            let words = cx.t(if away { "guide-put-back" } else { "guide-put-away" });
            if shown.is_offered() && button(ui, cx, "put-away", &words, Look::Quiet) {
                put_away(cx, shown, !away);
            }
        });
    });
}

fn put_away(cx: &mut Cx<'_>, card: Card, away: bool) {
    let mut settings = cx.model.settings.clone();
    if away {
        settings.put_away.insert(card.id().to_owned());
    } else {
        settings.put_away.remove(card.id());
    }
    cx.ask(Command::SetSettings(Box::new(settings)));
}

/// The card that fits this moment, as one quiet line.
fn line_ui(ui: &mut Ui, cx: &mut Cx<'_>, at: Occasion) {
    let Some(card) = offered(at, &cx.model.settings.put_away) else { return };
    let words = cx.tw("guide-offered", &[("title", cx.card(card).0.into())]);
    if link(ui, cx, ("offered", card), &words) {
        cx.ask(Command::Lay(Over::Card(card)));
    }
}

/// The line, and the way to somebody to talk to, beside the one thing to press: so that this stays what all arrows down
/// lead to.
pub fn beside_ui(ui: &mut Ui, cx: &mut Cx<'_>, at: Occasion) {
    talk_button_ui(ui, cx);
    line_ui(ui, cx, at);
}

/// The line at the foot of a page.
pub fn offer_ui(ui: &mut Ui, cx: &mut Cx<'_>, at: Occasion) {
    same_column(ui, |ui| line_ui(ui, cx, at));
}

/// A page narrower or lower than this, in points, scrolls under its corner.
const ROOMY: [f32; 2] = [1500.0, 900.0];

/// Whether the upper corner of a page is free for the line.
pub fn has_corner(page: Rect) -> bool {
    page.width() >= ROOMY[0] && page.height() >= ROOMY[1]
}

/// The line in the upper corner of a page that is full.
pub fn corner_offer_ui(ui: &mut Ui, cx: &mut Cx<'_>, at: Occasion, page: Rect) {
    const WIDEST: f32 = 420.0;
    let left = page.right() - WIDEST.min(page.width() * 0.3);
    let corner = Rect::from_min_max(pos2(left, page.top()), page.max);
    line_ui(&mut ui.new_child(UiBuilder::new().max_rect(corner)), cx, at);
}
