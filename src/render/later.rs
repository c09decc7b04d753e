//! What is made when somebody first asks for it, and then kept. (The lazy cell of the standard library does not let what it
//! borrows be borrowed for a shorter time.)

use std::ops::Deref;
use std::sync::OnceLock;

/// A value, or the way to make it.
pub(crate) struct Later<'a, T> {
    made: OnceLock<T>,
    make: Box<dyn Fn() -> T + Send + Sync + 'a>,
}

impl<'a, T> Later<'a, T> {
    /// Nothing is made yet.
    pub(crate) fn new(make: impl Fn() -> T + Send + Sync + 'a) -> Later<'a, T> {
        Later { made: OnceLock::new(), make: Box::new(make) }
    }
}

impl<T> Deref for Later<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.made.get_or_init(&self.make)
    }
}
