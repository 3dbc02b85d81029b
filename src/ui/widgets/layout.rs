//! How a page is laid out: the sky, the margins, titles and cards.

use egui::epaint::RectShape;
use egui::text::LayoutJob;
use egui::{
    Align, Color32, CornerRadius, Frame, Galley, Margin, Mesh, Rect, Response, Role, ScrollArea, Sense, Shape,
    StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

use crate::ui::cx::Cx;
use crate::ui::focus;
use crate::ui::fonts;
use crate::ui::theme::{Theme, size};

/// Sizes of running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// As buttons.
    Body,
    /// As labels.
    Small,
    /// What is read from afar, as a number to ring.
    Large,
}

impl Size {
    pub(super) fn points(self) -> f32 {
        match self {
            Self::Body => size::BODY,
            Self::Small => size::SMALL,
            Self::Large => size::CARD_TITLE,
        }
    }
}

/// Draws the sky behind everything.
pub fn paint_sky(ui: &Ui, theme: &Theme, rect: Rect) {
    let mut mesh = Mesh::default();
    for (index, (share, colour)) in [(0.0, theme.sky[0]), (0.5, theme.sky[1]), (1.0, theme.sky[2])].iter().enumerate() {
        let y = egui::lerp(rect.y_range(), *share);
        mesh.colored_vertex(pos2(rect.left(), y), *colour);
        mesh.colored_vertex(pos2(rect.right(), y), *colour);
        if index > 0 {
            let last = u32::try_from(index * 2).unwrap_or(0);
            mesh.add_triangle(last - 2, last - 1, last);
            mesh.add_triangle(last - 1, last, last + 1);
        }
    }
    ui.painter().add(Shape::mesh(mesh));
}

/// A page inside the margins, scrolling where it is taller than the screen.
pub fn page<R>(ui: &mut Ui, key: &str, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    // The ring of what touches an edge needs room inside the clip.
    const RING: f32 = 16.0;
    let mut inner = ui.new_child(UiBuilder::new().max_rect(rect.expand2(vec2(RING, 0.0))).id_salt(key));
    ScrollArea::vertical()
        .id_salt(key)
        .auto_shrink(false)
        .show(&mut inner, |ui| {
            Frame::new()
                .inner_margin(Margin { left: 16, right: 16, top: 2, bottom: 14 })
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing = vec2(size::GAP, size::GAP);
                    forget_column(ui);
                    let before = focus::drawn_so_far(ui);
                    let inner = content(ui);
                    focus::bring_edges(ui, before);
                    inner
                })
                .inner
        })
        .inner
}

/// How wide the first column of the page that is being drawn is.
fn column_id() -> egui::Id {
    egui::Id::unique(("sunshower", "column"))
}

fn forget_column(ui: &Ui) {
    ui.data_mut(|data| data.remove::<f32>(column_id()));
}

/// A column below the first one of the page, in line with it; over the whole width where the page has none.
pub fn same_column<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let width = ui.data(|data| data.get_temp(column_id())).unwrap_or(f32::INFINITY);
    centred_column(ui, width, content)
}

/// A column of at most `width`, in the middle.
pub fn centred_column<R>(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_width();
    let width = width.min(room);
    ui.data_mut(|data| *data.get_temp_mut_or_insert_with(column_id(), || width));
    let left = ((room - width) / 2.0).max(0.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(left);
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = vec2(size::GAP, size::GAP);
            content(ui)
        })
        .inner
    })
    .inner
}

/// A page's title, which a screen reader finds as a heading.
pub fn title(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    named_text(ui, words, fonts::display(size::TITLE), cx.theme.text, Some(1));
}

/// A page's title where what is drawn needs no words: only a screen reader finds it.
pub fn unseen_title(ui: &Ui, words: &str) {
    let at = Rect::from_min_size(ui.max_rect().min, vec2(1.0, 1.0));
    let response = ui.interact(at, egui::Id::unique(("sunshower", "unseen-title")), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(1));
}

/// A card's title.
pub fn heading(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    named_text(ui, words, fonts::display(size::CARD_TITLE), cx.theme.text, Some(2));
}

/// A small label above something.
pub fn section(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    named_text(ui, words, fonts::body(size::SMALL), cx.theme.soft, None);
}

/// A line of text.
pub fn label(ui: &mut Ui, cx: &Cx<'_>, words: &str, text_size: Size) {
    named_text(ui, words, fonts::body(text_size.points()), cx.theme.text, None);
}

/// A line of text that steps back.
pub fn soft(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    named_text(ui, words, fonts::body(size::SMALL), cx.theme.soft, None);
}

/// A line of text whose every row stands in the middle.
pub fn centred_text(ui: &mut Ui, cx: &Cx<'_>, words: &str, text_size: Size) {
    centred_rows(ui, words, text_size, cx.theme.text, f32::INFINITY);
}

/// The same, stepping back, in rows no longer than `most`.
pub fn centred_soft(ui: &mut Ui, cx: &Cx<'_>, words: &str, most: f32) {
    centred_rows(ui, words, Size::Small, cx.theme.soft, most);
}

fn centred_rows(ui: &mut Ui, words: &str, text_size: Size, ink: Color32, most: f32) {
    let width = ui.available_width();
    let simple = LayoutJob::simple(words.to_owned(), fonts::body(text_size.points()), ink, width.min(most));
    let galley = ui.painter().layout_job(LayoutJob { halign: Align::Center, ..simple });
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
    ui.painter().galley(rect.center_top(), galley, ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}

/// Running text.
pub fn paragraph(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    label(ui, cx, words, Size::Body);
}

/// What is drawn in here may change while it is looked at; a screen reader says what is new, when it has a pause.
pub fn live(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let region = ui.scope(content).response;
    make_live(ui, &region);
}

/// The same for something that was drawn.
pub fn make_live(ui: &Ui, response: &Response) {
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

fn named_text(ui: &mut Ui, words: &str, font: egui::FontId, ink: Color32, level: Option<usize>) {
    let galley = ui.painter().layout(words.to_owned(), font, ink, ui.available_width());
    show_galley(ui, words, galley, ink, level);
}

fn show_galley(ui: &mut Ui, words: &str, galley: Arc<Galley>, ink: Color32, level: Option<usize>) -> Response {
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, ink);
    response
        .widget_info(|| WidgetInfo::labeled(if level.is_some() { Role::Heading } else { Role::Label }, true, words));
    if let Some(level) = level {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(level));
    }
    response
}

/// The ground of a card or a control.
pub(crate) fn paint_ground(ui: &Ui, theme: &Theme, rect: Rect, corner: u8, fill: Color32) {
    ui.painter().add(ground_shape(theme, rect, corner, fill));
}

fn ground_shape(theme: &Theme, rect: Rect, corner: u8, fill: Color32) -> Shape {
    RectShape::new(rect, CornerRadius::same(corner), fill, theme.edge_stroke(), StrokeKind::Inside).into()
}

/// A card over the whole width.
pub fn card<R>(ui: &mut Ui, theme: &Theme, content: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::new()
        .fill(theme.card)
        .stroke(theme.edge_stroke())
        .corner_radius(CornerRadius::same(size::CARD_CORNER))
        .inner_margin(Margin::symmetric(38, 28))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(size::GAP, size::GAP);
            content(ui)
        })
        .inner
}

/// Two things beside each other, the first taking `share` of the width; one above the other where it is narrow.
/// Both are as tall as the taller one was the last time.
pub fn side_by_side(
    ui: &mut Ui,
    theme: &Theme,
    key: &str,
    share: f32,
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui),
) {
    const NARROW: f32 = 900.0;
    let width = ui.available_width();
    if width < NARROW {
        card(ui, theme, left);
        card(ui, theme, right);
        return;
    }
    let id = egui::Id::unique(("sunshower", "side-by-side", key));
    let height: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
    let left_width = ((width - size::CARD_GAP) * share).floor();
    let top = ui.next_widget_position();
    let mut taller = 0.0_f32;
    let mut part = |ui: &mut Ui, x: f32, width: f32, content: Box<dyn FnOnce(&mut Ui) + '_>| {
        let rect = Rect::from_min_size(pos2(x, top.y), vec2(width, f32::INFINITY));
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt((key, x > top.x)));
        let ground = child.painter().add(Shape::Noop);
        let inner = Frame::new().inner_margin(Margin::symmetric(38, 28)).show(&mut child, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(size::GAP, size::GAP);
            content(ui);
        });
        let tall = inner.response.rect.height();
        taller = taller.max(tall);
        let painted = Rect::from_min_size(rect.min, vec2(width, tall.max(height)));
        child.painter().set(ground, ground_shape(theme, painted, size::CARD_CORNER, theme.card));
    };
    part(ui, top.x, left_width, Box::new(left));
    part(ui, top.x + left_width + size::CARD_GAP, width - left_width - size::CARD_GAP, Box::new(right));
    if (taller - height).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, taller));
        ui.ctx().request_discard("cards of one height");
    }
    ui.advance_cursor_after_rect(Rect::from_min_size(top, vec2(width, taller)));
    ui.add_space(size::CARD_GAP - size::GAP);
}

/// A row of things in the middle, so far apart; several rows, from the left, where one has no room.
pub fn centred_row<R>(ui: &mut Ui, key: &str, gap: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let id = egui::Id::unique(("sunshower", "centred-row", key));
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
    let room = ui.available_width();
    let shown = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(((room - known) / 2.0).max(0.0));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(gap, gap);
            let top = ui.cursor().top();
            let shown = content(ui);
            (shown, ui.cursor().top() > top + 1.0)
        })
    });
    let (result, is_broken) = shown.inner.inner;
    // What was broken may only have begun too far to the right, by what stood here before: tried again from the left.
    let width = if is_broken { room } else { shown.inner.response.rect.width().min(room) };
    if (width - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_discard("a row in the middle");
        // Where this picture was begun anew before, the next one has it.
        ui.ctx().request_repaint();
    }
    result
}
