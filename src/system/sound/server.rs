//! Sound through the sound server of a Linux desktop, `PulseAudio` or `PipeWire`. The connection is there only while
//! something plays.

use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::time::Duration;

use pulseaudio::protocol::{
    ChannelMap, PlaybackStreamParams, Prop, Props, SampleFormat, SampleSpec, stream::BufferAttr,
};
use pulseaudio::{AsPlaybackSource, Client, ClientError};

use crate::sound::RATE_HZ;

use super::session::Session;

/// How much is given to the server ahead of time: as little as lets a busy computer play on.
const AHEAD: Duration = Duration::from_millis(150);

/// Bytes of one frame: two channels of 32 bits.
const FRAME_BYTES: u32 = 8;

/// How long a server may take to answer at first.
const ANSWERS_WITHIN: Duration = Duration::from_secs(3);

/// Plays until there is nothing more to play.
pub(super) fn play(session: &Arc<Session>) -> Result<(), String> {
    let words = |error: ClientError| error.to_string();
    let client = connect().map_err(words)?;
    let mut samples = Vec::new();
    let source = {
        let session = Arc::clone(session);
        move |bytes: &mut [u8]| fill(&session, &mut samples, bytes)
    };
    let mut props = Props::new();
    props.set(Prop::MediaName, c"A break");
    props.set(Prop::MediaRole, c"music");
    let ahead_frames = u32::try_from(AHEAD.as_millis()).unwrap_or(u32::MAX).saturating_mul(RATE_HZ / 1000);
    let params = PlaybackStreamParams {
        sample_spec: SampleSpec { format: SampleFormat::Float32Le, channels: 2, sample_rate: RATE_HZ },
        channel_map: ChannelMap::stereo(),
        buffer_attr: BufferAttr { target_length: ahead_frames.saturating_mul(FRAME_BYTES), ..BufferAttr::default() },
        props,
        ..PlaybackStreamParams::default()
    };
    futures_lite::future::block_on(async {
        let stream = client.create_playback_stream(params, source.as_playback_source()).await?;
        stream.play_all().await
    })
    .map_err(words)
}

/// Connects as every program of a desktop does. The server wants a cookie of full length, also where it asks for none.
#[expect(clippy::disallowed_methods, reason = "the cookie is the sound server's, and lies outside the store")]
fn connect() -> Result<Client, ClientError> {
    const COOKIE_BYTES: usize = 256;
    let socket = pulseaudio::socket_path_from_env().ok_or(ClientError::ServerUnavailable)?;
    let socket = UnixStream::connect(socket)?;
    socket.set_read_timeout(Some(ANSWERS_WITHIN))?;
    let cookie = pulseaudio::cookie_path_from_env().and_then(|path| std::fs::read(path).ok());
    Client::new_unix(c"Sunshower", socket, Some(cookie.unwrap_or_else(|| vec![0; COOKIE_BYTES])))
}

/// Fills what the server asks for, and says how many bytes that are; none, once all has been played.
fn fill(session: &Session, samples: &mut Vec<f32>, bytes: &mut [u8]) -> usize {
    let frames = bytes.len() / FRAME_BYTES as usize;
    samples.resize(2 * frames, 0.0);
    if !session.fill(samples, AHEAD) {
        return 0;
    }
    // What is no whole frame stays silent: to fill nothing would be the end.
    bytes.fill(0);
    for (bytes, sample) in bytes.chunks_exact_mut(4).zip(samples.iter()) {
        bytes.copy_from_slice(&sample.to_le_bytes());
    }
    if frames == 0 { bytes.len() } else { frames * FRAME_BYTES as usize }
}
