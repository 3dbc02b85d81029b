//! Sound through the sound server of a Linux desktop, `PulseAudio` or `PipeWire`. The connection is there only while
//! something plays.

use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use pulseaudio::protocol::{
    ChannelMap, PlaybackStreamParams, Prop, Props, SampleFormat, SampleSpec, stream::BufferAttr,
};
use pulseaudio::{AsPlaybackSource, Client, ClientError};

use crate::clock::Clock;
use crate::sound::{Heard, Player, RATE_HZ};

use super::{Ends, Sound};

/// How much is given to the server ahead of time: as little as lets a busy computer play on.
const AHEAD: Duration = Duration::from_millis(150);

/// Bytes of one frame: two channels of 32 bits.
const FRAME_BYTES: usize = 8;

/// What the drawing thread and the thread that plays have in common.
struct Shared {
    player: Mutex<Player>,
    /// The player came to its end, and the connection is being closed.
    is_over: AtomicBool,
}

impl Shared {
    fn with_player<R>(&self, what: impl FnOnce(&mut Player) -> R) -> R {
        what(&mut self.player.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Sound through the sound server.
pub struct ServerSound {
    clock: Arc<dyn Clock>,
    playing: Option<Arc<Shared>>,
    failed: Arc<AtomicBool>,
}

impl ServerSound {
    /// Nothing plays yet, and nothing is connected.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, playing: None, failed: Arc::default() }
    }

    fn begin(&mut self, heard: &Heard) {
        let mut player = Player::new(fastrand::u64(..));
        player.play(heard);
        let shared = Arc::new(Shared { player: Mutex::new(player), is_over: AtomicBool::new(false) });
        self.playing = Some(Arc::clone(&shared));
        self.failed.store(false, Ordering::Relaxed);
        let (clock, failed) = (Arc::clone(&self.clock), Arc::clone(&self.failed));
        let work = move || {
            let outcome = play(&shared, &clock);
            shared.is_over.store(true, Ordering::Release);
            if let Err(error) = outcome {
                tracing::warn!("no sound: {error}");
                failed.store(true, Ordering::Relaxed);
            }
        };
        if let Err(error) = std::thread::Builder::new().name("sound".into()).spawn(work) {
            tracing::warn!("no sound: {error}");
            self.playing = None;
            self.failed.store(true, Ordering::Relaxed);
        }
    }
}

impl Sound for ServerSound {
    fn play(&mut self, heard: Option<&Heard>, ends: Ends) {
        let playing = self.playing.take().filter(|shared| !shared.is_over.load(Ordering::Acquire));
        match (heard, playing) {
            (None, None) => {}
            (Some(heard), None) => self.begin(heard),
            (heard, Some(shared)) => {
                let goes_on = shared.with_player(|player| {
                    // Looked at again behind the lock: the last of it may have been played in between.
                    let goes_on = !shared.is_over.load(Ordering::Acquire);
                    match heard {
                        Some(heard) => player.play(heard),
                        None => player.end(ends == Ends::AtOnce),
                    }
                    goes_on
                });
                match heard.filter(|_| !goes_on) {
                    Some(heard) => self.begin(heard),
                    None => self.playing = Some(shared),
                }
            }
        }
    }

    fn has_failed(&self) -> bool {
        self.failed.load(Ordering::Relaxed)
    }
}

impl Drop for ServerSound {
    fn drop(&mut self) {
        self.play(None, Ends::AtOnce);
    }
}

/// Connects as every program of a desktop does. The server wants a cookie of full length, also where it asks for none.
#[expect(clippy::disallowed_methods, reason = "the cookie is the sound server's, and lies outside the store")]
fn connect() -> Result<Client, ClientError> {
    const COOKIE_BYTES: usize = 256;
    let socket = pulseaudio::socket_path_from_env().ok_or(ClientError::ServerUnavailable)?;
    let socket = UnixStream::connect(socket)?;
    let cookie = pulseaudio::cookie_path_from_env().and_then(|path| std::fs::read(path).ok());
    Client::new_unix(c"Sunshower", socket, Some(cookie.unwrap_or_else(|| vec![0; COOKIE_BYTES])))
}

/// Plays until there is nothing more to play.
fn play(shared: &Arc<Shared>, clock: &Arc<dyn Clock>) -> Result<(), ClientError> {
    let client = connect()?;
    let mut samples = Vec::new();
    let source = {
        let (shared, clock) = (Arc::clone(shared), Arc::clone(clock));
        move |bytes: &mut [u8]| fill(&shared, clock.as_ref(), &mut samples, bytes)
    };
    let mut props = Props::new();
    props.set(Prop::MediaName, c"A break");
    props.set(Prop::MediaRole, c"music");
    let ahead_bytes = u32::try_from(AHEAD.as_millis()).unwrap_or(150) * RATE_HZ / 1000 * 8;
    let params = PlaybackStreamParams {
        sample_spec: SampleSpec { format: SampleFormat::Float32Le, channels: 2, sample_rate: RATE_HZ },
        channel_map: ChannelMap::stereo(),
        buffer_attr: BufferAttr { target_length: ahead_bytes, ..BufferAttr::default() },
        props,
        ..PlaybackStreamParams::default()
    };
    futures_lite::future::block_on(async {
        let stream = client.create_playback_stream(params, source.as_playback_source()).await?;
        stream.play_all().await
    })
}

/// Fills what the server asks for; nothing, once all has been played.
fn fill(shared: &Shared, clock: &dyn Clock, samples: &mut Vec<f32>, bytes: &mut [u8]) -> usize {
    let whole = bytes.len() / FRAME_BYTES * FRAME_BYTES;
    samples.resize(whole / 4, 0.0);
    let has_more = shared.with_player(|player| {
        let has_more = !player.is_over();
        if has_more {
            player.fill(samples, clock.now().mono.saturating_add(AHEAD));
        } else {
            shared.is_over.store(true, Ordering::Release);
        }
        has_more
    });
    if !has_more {
        return 0;
    }
    for (bytes, sample) in bytes.chunks_exact_mut(4).zip(samples.iter()) {
        bytes.copy_from_slice(&sample.to_le_bytes());
    }
    whole
}
