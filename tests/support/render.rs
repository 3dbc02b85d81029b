//! A software rasteriser for what egui paints.
//!
//! It turns a finished frame into an image with no window and no graphics card, following the
//! rules of egui's OpenGL painter: colours are interpolated, multiplied and blended as
//! premultiplied alpha in gamma space, clip rectangles are rounded to whole pixels, and a pixel
//! belongs to a triangle when its centre does, with the top-left rule settling shared edges.
//! Nothing is dithered, so two images of one frame are the same byte for byte. Paint callbacks and
//! mipmaps are left out.

use std::collections::HashMap;
use std::ops::Range;

use egui::epaint::textures::{TextureFilter, TextureOptions, TextureWrapMode};
use egui::epaint::{ImageData, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, Context, FullOutput, Rect, TextureId, TexturesDelta};
use image::RgbaImage;

/// Paints egui's output on the processor.
///
/// Hand it to [`egui_kittest::HarnessBuilder::renderer`], or give it every frame's textures with
/// [`Self::update_textures`] and call [`Self::paint`] for the frames worth seeing.
#[derive(Default)]
pub struct CpuRenderer {
    textures: HashMap<TextureId, Texture>,
    /// Textures that the latest frame may still show, to be dropped with the next one.
    retired: Vec<TextureId>,
}

impl CpuRenderer {
    /// Takes over the texture changes of a frame, leaving `delta` empty.
    ///
    /// Every frame's changes are needed, also those of frames that are never painted.
    pub fn update_textures(&mut self, delta: &mut TexturesDelta) {
        for id in self.retired.drain(..) {
            self.textures.remove(&id);
        }
        for (id, changes) in delta.set.drain() {
            for change in changes {
                self.textures.entry(id).or_default().update(&change);
            }
        }
        self.retired.extend(delta.free.drain());
    }

    /// Paints one frame over `background`.
    ///
    /// The image covers the whole viewport in physical pixels. Over a background that is not
    /// opaque, its colours come out multiplied by their alpha.
    pub fn paint(&self, ctx: &Context, output: &FullOutput, background: Color32) -> RgbaImage {
        let scale = output.pixels_per_point;
        let size = ctx.viewport_rect().size() * scale;
        let [width, height] = [size.x, size.y].map(to_pixel);
        let mut canvas =
            Canvas { size: [width, height], pixels: vec![background.to_array(); width as usize * height as usize] };
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            if let Primitive::Mesh(mesh) = &clipped.primitive
                && let Some(texture) = self.textures.get(&mesh.texture_id)
            {
                let clip = canvas.clip(clipped.clip_rect, scale);
                canvas.paint_mesh(mesh, texture, &clip, scale);
            }
        }
        RgbaImage::from_raw(width, height, canvas.pixels.into_flattened())
            .expect("the canvas has a colour for every pixel")
    }
}

impl egui_kittest::TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.update_textures(delta);
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        Ok(self.paint(ctx, output, Color32::BLACK))
    }
}

/// Rounds a coordinate to the nearest whole pixel of the canvas.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and no canvas has negative pixels"
)]
fn to_pixel(coordinate: f32) -> u32 {
    coordinate.round() as u32
}

/// Makes an index of a number that lies within some image.
fn index(value: i64) -> usize {
    usize::try_from(value).expect("positions within an image are never negative")
}

/// The four channels of a colour in 16 bits each, red lowest, to be worked on all at once.
type Lanes = u64;

const LANE_BYTES: Lanes = 0x00ff_00ff_00ff_00ff;
const LANE_ONES: Lanes = 0x0001_0001_0001_0001;

/// Spreads a colour over its lanes.
fn spread(color: [u8; 4]) -> Lanes {
    let packed = u64::from(u32::from_le_bytes(color));
    let halves = (packed | (packed << 16)) & 0x0000_ffff_0000_ffff;
    (halves | (halves << 8)) & LANE_BYTES
}

/// The opposite of [`spread`].
fn pack(lanes: Lanes) -> [u8; 4] {
    let halves = (lanes | (lanes >> 8)) & 0x0000_ffff_0000_ffff;
    let [a, b, c, d, ..] = (halves | (halves >> 16)).to_le_bytes();
    [a, b, c, d]
}

/// Multiplies every lane by `factor` / 255, rounding to the nearest.
fn scale_lanes(lanes: Lanes, factor: u64) -> Lanes {
    let product = lanes * factor + LANE_ONES * 128;
    ((product + ((product >> 8) & LANE_BYTES)) >> 8) & LANE_BYTES
}

/// Multiplies two colours channel by channel.
fn modulate(color: Lanes, texel: Lanes) -> Lanes {
    let alpha = texel >> 48;
    if texel == alpha * LANE_ONES {
        return scale_lanes(color, alpha);
    }
    let channel = |shift: u32| scale_lanes((color >> shift) & 255, (texel >> shift) & 255) << shift;
    channel(0) | channel(16) | channel(32) | channel(48)
}

/// Goes from one colour to another by `fraction` / 256.
fn mix(from: Lanes, to: Lanes, fraction: u64) -> Lanes {
    ((from * (256 - fraction) + to * fraction + LANE_ONES * 128) >> 8) & LANE_BYTES
}

/// Lays a premultiplied colour over what is already there.
fn blend(below: &mut [u8; 4], above: Lanes) {
    let sum = above + scale_lanes(spread(*below), 255 - (above >> 48));
    let overflow = (sum >> 8) & LANE_ONES;
    *below = pack((sum | (overflow * 255)) & LANE_BYTES);
}

/// An image that meshes can refer to.
#[derive(Default)]
struct Texture {
    size: [usize; 2],
    texels: Vec<Color32>,
    options: TextureOptions,
}

impl Texture {
    /// Replaces all of the image, or a part.
    fn update(&mut self, change: &ImageDelta) {
        let ImageData::Color(image) = &change.image;
        self.options = change.options;
        let Some([left, top]) = change.pos else {
            self.size = image.size;
            self.texels.clone_from(&image.pixels);
            return;
        };
        let rows = self.texels.chunks_exact_mut(self.size[0].max(1)).skip(top);
        for (row, patch) in rows.zip(image.pixels.chunks_exact(image.size[0].max(1))) {
            row[left..left + patch.len()].copy_from_slice(patch);
        }
    }

    /// The texel in this column and row, which may lie outside the image.
    fn texel(&self, column: i64, row: i64) -> Lanes {
        let column = self.wrap(column, self.size[0]);
        let row = self.wrap(row, self.size[1]);
        spread(self.texels[row * self.size[0] + column].to_array())
    }

    /// Brings a column or row into the image.
    #[expect(clippy::cast_possible_wrap, reason = "no image is that large")]
    fn wrap(&self, position: i64, size: usize) -> usize {
        let size = size as i64;
        index(match self.options.wrap_mode {
            _ if (0..size).contains(&position) => position,
            TextureWrapMode::ClampToEdge => position.clamp(0, size - 1),
            TextureWrapMode::Repeat => position.rem_euclid(size),
            TextureWrapMode::MirroredRepeat => {
                let position = position.rem_euclid(2 * size);
                position.min(2 * size - 1 - position)
            }
        })
    }

    /// The colour at a position in texels, with 32 bits of fraction.
    #[expect(clippy::cast_sign_loss, reason = "the masks leave no sign")]
    fn sample(&self, [u, v]: [i64; 2], filter: TextureFilter) -> Lanes {
        if filter == TextureFilter::Nearest {
            return self.texel(u >> 32, v >> 32);
        }
        // From texel edges to texel centres, rounded to the 8 bits of fraction used below.
        let offset = (1 << 23) - (1 << 31);
        let (u, v) = (u.wrapping_add(offset), v.wrapping_add(offset));
        let (column, row) = (u >> 32, v >> 32);
        let (across, down) = (((u >> 24) & 255) as u64, ((v >> 24) & 255) as u64);
        let along_row = |row| match across {
            0 => self.texel(column, row),
            _ => mix(self.texel(column, row), self.texel(column + 1, row), across),
        };
        match down {
            0 => along_row(row),
            _ => mix(along_row(row), along_row(row + 1), down),
        }
    }
}

/// The part of a canvas that may be painted.
struct Clip {
    columns: Range<i64>,
    rows: Range<i64>,
}

/// What is interpolated over a triangle: red, green, blue, alpha, and the texture position in texels.
type Values = [f64; 6];

/// One corner of a triangle.
struct Corner {
    /// Position in 1/256 of a pixel. Neighbours that share a corner agree on it exactly.
    position: [i64; 2],
    values: Values,
}

/// The signed distance from one side of a triangle, scaled by the length of that side.
///
/// Taken at a pixel's centre, it is positive inside the triangle. Divided by the sum over all
/// three sides, it is the weight of the opposite corner.
struct Side {
    origin: i64,
    per_column: i64,
    per_row: i64,
    /// Added before comparing with zero, so that only top and left sides own what lies on them.
    bias: i64,
}

impl Side {
    fn new(from: &Corner, to: &Corner) -> Self {
        let ([from_x, from_y], [to_x, to_y]) = (from.position, to.position);
        let (dx, dy) = (to_x - from_x, to_y - from_y);
        let owns_its_pixels = dy < 0 || (dy == 0 && dx > 0);
        Self {
            origin: dx * (128 - from_y) - dy * (128 - from_x),
            per_column: -dy * 256,
            per_row: dx * 256,
            bias: if owns_its_pixels { 0 } else { -1 },
        }
    }

    fn at(&self, column: i64, row: i64) -> i64 {
        self.origin + self.per_column * column + self.per_row * row
    }

    /// Drops the columns of a row that lie outside of this side.
    fn narrow(&self, row: i64, columns: &mut Range<i64>) {
        let first = self.at(0, row) + self.bias;
        if self.per_column > 0 {
            columns.start = columns.start.max(-first.div_euclid(self.per_column));
        } else if self.per_column < 0 {
            columns.end = columns.end.min(first.div_euclid(-self.per_column) + 1);
        } else if first < 0 {
            columns.end = columns.start;
        }
    }
}

/// What a triangle's pixels are filled with.
#[derive(Clone, Copy)]
enum Fill {
    Solid(Lanes),
    Gradient,
    Textured(TextureFilter),
}

impl Fill {
    /// Finds the least work for a triangle with this corner and these changes between pixels.
    fn choose(corner: &Corner, per_column: &Values, per_row: &Values, texture: &Texture) -> Self {
        // As in OpenGL: the longest step over the texture, in texels, between neighbouring pixels.
        let stride = |change: &Values| change[4].hypot(change[5]);
        let stride = stride(per_column).max(stride(per_row));
        let filter = match stride {
            ..=1.0 => texture.options.magnification,
            _ => texture.options.minification,
        };
        let shade = Shade::new(&corner.values);
        if stride > 0.0 || texture.sample(shade.uv, filter) != LANE_BYTES {
            Self::Textured(filter)
        } else if per_column[..4] == [0.0; 4] && per_row[..4] == [0.0; 4] {
            Self::Solid(shade.color())
        } else {
            Self::Gradient
        }
    }
}

/// The interpolated values at one pixel, or their change from one pixel to the next.
///
/// They are fixed-point numbers, which stay exact enough over any row of pixels. A colour has 16
/// bits of fraction, with two channels to a number: one step may borrow from the upper channel
/// what the next sum returns to it.
struct Shade {
    red_blue: u64,
    green_alpha: u64,
    uv: [i64; 2],
}

impl Shade {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "negative numbers are kept in two's complement"
    )]
    fn new(values: &Values) -> Self {
        let [red, green, blue, alpha, u, v] = *values;
        let pair = |low: f64, high: f64| {
            let [low, high] = [low, high].map(|value| (value * 65536.0).round() as i64 as u64);
            low.wrapping_add(high << 32)
        };
        let uv = [u, v].map(|value| (value * 4_294_967_296.0).round() as i64);
        Self { red_blue: pair(red, blue), green_alpha: pair(green, alpha), uv }
    }

    /// Moves to the next pixel.
    fn advance(&mut self, step: &Self) {
        self.red_blue = self.red_blue.wrapping_add(step.red_blue);
        self.green_alpha = self.green_alpha.wrapping_add(step.green_alpha);
        self.uv[0] = self.uv[0].wrapping_add(step.uv[0]);
        self.uv[1] = self.uv[1].wrapping_add(step.uv[1]);
    }

    /// The nearest colour.
    fn color(&self) -> Lanes {
        const HALVES: u64 = 0x0000_8000_0000_8000;
        let red_blue = self.red_blue.wrapping_add(HALVES) >> 16;
        let green_alpha = self.green_alpha.wrapping_add(HALVES);
        (red_blue & 0x0000_00ff_0000_00ff) | (green_alpha & 0x00ff_0000_00ff_0000)
    }
}

/// The image being painted.
struct Canvas {
    size: [u32; 2],
    pixels: Vec<[u8; 4]>,
}

impl Canvas {
    /// Rounds a clip rectangle to pixels of the canvas.
    fn clip(&self, rect: Rect, scale: f32) -> Clip {
        let range = |from: f32, to: f32, size: u32| {
            let [from, to] = [from, to].map(|end| to_pixel(end * scale).min(size).into());
            from..to
        };
        Clip { columns: range(rect.min.x, rect.max.x, self.size[0]), rows: range(rect.min.y, rect.max.y, self.size[1]) }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "positions are kept small enough for their products, and so are images"
    )]
    fn paint_mesh(&mut self, mesh: &Mesh, texture: &Texture, clip: &Clip, scale: f32) {
        if clip.columns.is_empty() || clip.rows.is_empty() || texture.texels.is_empty() {
            return;
        }
        let place = |coordinate: f32| {
            let limit = f64::from(1 << 29);
            let position = f64::from(coordinate * scale) * 256.0;
            position.round().clamp(-limit, limit) as i64
        };
        let [width, height] = texture.size.map(|size| size as f64);
        let corner = |vertex: &Vertex| {
            let [red, green, blue, alpha] = vertex.color.to_array().map(f64::from);
            let (u, v) = (f64::from(vertex.uv.x), f64::from(vertex.uv.y));
            Corner {
                position: [place(vertex.pos.x), place(vertex.pos.y)],
                values: [red, green, blue, alpha, u * width, v * height],
            }
        };
        let corners: Vec<Corner> = mesh.vertices.iter().map(corner).collect();
        for triangle in mesh.indices.as_chunks().0 {
            let triangle = triangle.map(|index| &corners[index as usize]);
            self.paint_triangle(triangle, texture, clip);
        }
    }

    /// Paints the pixels whose centres lie in a triangle, row by row.
    ///
    /// Which pixels those are is found in whole numbers, so that triangles with a common side
    /// neither overlap nor leave a gap.
    #[expect(clippy::cast_precision_loss, reason = "only which pixels to paint has to be exact")]
    fn paint_triangle(&mut self, [a, b, c]: [&Corner; 3], texture: &Texture, clip: &Clip) {
        let [top, middle, bottom] = [a, b, c].map(|corner| corner.position[1]);
        let (top, bottom) = (top.min(middle).min(bottom), top.max(middle).max(bottom));
        let top = (top + 127).div_euclid(256).max(clip.rows.start);
        let bottom = (bottom + 128).div_euclid(256).min(clip.rows.end);
        if top >= bottom {
            return;
        }
        let sides @ [_, beside_b, beside_c] = &[(b, c), (c, a), (a, b)].map(|(from, to)| Side::new(from, to));
        let area = sides.iter().map(|side| side.origin).sum::<i64>();
        if area == 0 {
            return;
        }
        if area < 0 {
            // Going around the other way, the inside of the triangle is the inside of its sides.
            return self.paint_triangle([a, c, b], texture, clip);
        }
        let combine = |weight_b: i64, weight_c: i64| -> Values {
            let [weight_b, weight_c] = [weight_b, weight_c].map(|part| part as f64 / area as f64);
            std::array::from_fn(|i| weight_b * (b.values[i] - a.values[i]) + weight_c * (c.values[i] - a.values[i]))
        };
        let per_column = combine(beside_b.per_column, beside_c.per_column);
        let per_row = combine(beside_b.per_row, beside_c.per_row);
        let fill = Fill::choose(a, &per_column, &per_row, texture);
        let step = Shade::new(&per_column);
        for row in top..bottom {
            let mut columns = clip.columns.clone();
            for side in sides {
                side.narrow(row, &mut columns);
            }
            if columns.is_empty() {
                continue;
            }
            let (start, offset) = (columns.start, row * i64::from(self.size[0]));
            let span = index(offset + start)..index(offset + columns.end);
            let span = &mut self.pixels[span];
            if let Fill::Solid(color) = fill {
                if color >> 48 == 255 {
                    span.fill(pack(color));
                } else {
                    for pixel in span {
                        blend(pixel, color);
                    }
                }
                continue;
            }
            let from_a = combine(beside_b.at(start, row), beside_c.at(start, row));
            let mut shade = Shade::new(&std::array::from_fn(|i| a.values[i] + from_a[i]));
            for pixel in span {
                let color = match fill {
                    Fill::Textured(filter) => modulate(shade.color(), texture.sample(shade.uv, filter)),
                    _ => shade.color(),
                };
                blend(pixel, color);
                shade.advance(&step);
            }
        }
    }
}
