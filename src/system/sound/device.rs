//! Sound through the sound device of Windows or macOS. It is open only while something plays.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};

use crate::clock::Clock;
use crate::sound::{Heard, Player, RATE_HZ};

use super::{Ends, Sound};

/// How far ahead such a device usually asks.
const AHEAD: Duration = Duration::from_millis(60);

/// Sound through the device.
pub struct DeviceSound {
    clock: Arc<dyn Clock>,
    playing: Option<(Arc<Mutex<Player>>, cpal::Stream)>,
    failed: Arc<AtomicBool>,
}

impl DeviceSound {
    /// Nothing plays yet, and nothing is open.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, playing: None, failed: Arc::default() }
    }

    fn begin(&mut self, heard: &Heard) -> Result<(), String> {
        let words = |error: &dyn std::fmt::Display| error.to_string();
        let mut player = Player::new(fastrand::u64(..));
        player.play(heard);
        let player = Arc::new(Mutex::new(player));
        let device = cpal::default_host().default_output_device().ok_or("there is no sound device")?;
        let config = cpal::StreamConfig { channels: 2, sample_rate: RATE_HZ, buffer_size: cpal::BufferSize::Default };
        let (filled, clock, failed) = (Arc::clone(&player), Arc::clone(&self.clock), Arc::clone(&self.failed));
        let fill = move |out: &mut [f32], _: &cpal::OutputCallbackInfo| {
            let starts = clock.now().mono.saturating_add(AHEAD);
            filled.lock().unwrap_or_else(PoisonError::into_inner).fill(out, starts);
        };
        let trouble = move |error| {
            tracing::warn!("no sound: {error}");
            failed.store(true, Ordering::Relaxed);
        };
        let stream = device.build_output_stream(config, fill, trouble, None).map_err(|error| words(&error))?;
        stream.play().map_err(|error| words(&error))?;
        self.playing = Some((player, stream));
        Ok(())
    }
}

impl Sound for DeviceSound {
    fn play(&mut self, heard: Option<&Heard>, ends: Ends) {
        let is_over = |(player, _): &(Arc<Mutex<Player>>, cpal::Stream)| {
            player.lock().unwrap_or_else(PoisonError::into_inner).is_over()
        };
        self.playing = self.playing.take().filter(|playing| !is_over(playing));
        match (heard, &self.playing) {
            (None, None) => {}
            (Some(heard), None) => {
                self.failed.store(false, Ordering::Relaxed);
                if let Err(error) = self.begin(heard) {
                    tracing::warn!("no sound: {error}");
                    self.failed.store(true, Ordering::Relaxed);
                }
            }
            (heard, Some((player, _))) => {
                let mut player = player.lock().unwrap_or_else(PoisonError::into_inner);
                match heard {
                    Some(heard) => player.play(heard),
                    None => player.end(ends == Ends::AtOnce),
                }
            }
        }
    }

    fn has_failed(&self) -> bool {
        self.failed.load(Ordering::Relaxed)
    }
}
