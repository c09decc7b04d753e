//! `ouderwijzer` alone: what one can type.
#![expect(clippy::print_stdout, reason = "this is where people read what there is")]

/// What happens without a command: explain, do nothing.
pub(crate) fn introduce() {
    println!("Ouderwijzer maakt van één klein bestand per gemeente een hele site over de rechten van ouders.");
    println!();
    println!("  ouderwijzer new mijn-site            begint een nieuwe site");
    println!("  ouderwijzer new gemeente Leiden      maakt het bestand van een gemeente");
    println!("  ouderwijzer voorbeeld --open         laat de site zien terwijl u eraan werkt");
    println!("  ouderwijzer build                    maakt alle gemeenten, in de map `public`");
    println!("  ouderwijzer build --gemeente leiden  maakt één gemeente");
    println!("  ouderwijzer check                    kijkt alles na zonder iets te schrijven");
    println!("  ouderwijzer check brief.txt          kijkt een brief na op dreigende en onware zinnen");
    println!("  ouderwijzer uitleg                   toont de regels");
    println!("  ouderwijzer dekking                  telt wat er per gemeente bekend is");
    println!("  ouderwijzer export                   zet alle gegevens in een rekenblad");
    println!("  ouderwijzer tekening --gemeente leiden  tekent de plaat met alle stappen");
    println!();
    println!("Meer uitleg: ouderwijzer --help");
}
