//! Opening an address in the person's browser. Nothing is asked of any network here: the desktop's own opener is handed
//! the address, and only when the person pressed for it.

/// Opens addresses.
pub trait Opener {
    /// Hands the address to the desktop, and does not wait for what it does with it.
    ///
    /// # Errors
    /// Says in words why nothing could be asked to open it.
    fn open(&mut self, address: &str) -> Result<(), String>;
}

/// The desktop's own opener.
#[derive(Clone, Copy, Debug, Default)]
pub struct DesktopOpener;

impl Opener for DesktopOpener {
    fn open(&mut self, address: &str) -> Result<(), String> {
        open::that_detached(address).map_err(|error| error.to_string())
    }
}

/// Opens nothing, and says so.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoOpener;

impl Opener for NoOpener {
    fn open(&mut self, _address: &str) -> Result<(), String> {
        Err("there is no desktop here".to_owned())
    }
}
