//! Sound through the sound device of Windows or macOS. It is open only while something plays.

use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use cpal::{BufferSize, ErrorKind, OutputCallbackInfo, StreamConfig};

use crate::sound::RATE_HZ;

use super::session::Session;

/// How far ahead such a device usually asks.
const AHEAD: Duration = Duration::from_millis(60);

/// Plays until there is nothing more to play.
pub(super) fn play(session: &Arc<Session>) -> Result<(), String> {
    let (ended, end) = channel();
    let device = cpal::default_host().default_output_device().ok_or("there is no sound device")?;
    let config = StreamConfig { channels: 2, sample_rate: RATE_HZ, buffer_size: BufferSize::Default };
    let fill = {
        let (session, ended) = (Arc::clone(session), ended.clone());
        move |out: &mut [f32], _: &OutputCallbackInfo| {
            if !session.fill(out, AHEAD) {
                out.fill(0.0);
                // Whoever waits for the end may be gone already.
                let _ = ended.send(Ok(()));
            }
        }
    };
    let trouble = move |error: cpal::Error| match error.kind() {
        // It plays on.
        ErrorKind::DeviceChanged | ErrorKind::RealtimeDenied | ErrorKind::Xrun => {
            tracing::debug!("sound: {error}");
        }
        _ => {
            let _ = ended.send(Err(error.to_string()));
        }
    };
    let stream = device.build_output_stream(config, fill, trouble, None).map_err(|error| error.to_string())?;
    stream.play().map_err(|error| error.to_string())?;
    end.recv().map_err(|error| error.to_string())?
}
