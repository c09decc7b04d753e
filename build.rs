//! The embedded theme is read by a macro that does not notice new files by itself.

fn main() {
    println!("cargo::rerun-if-changed=themes");
}
