//! Arguments and their Dutch help.

use std::ffi::OsString;

use super::build::{BuildArguments, MergeArguments};
use camino::Utf8PathBuf;
use clap::{Args, Parser, Subcommand, ValueEnum};
use ouderwijzer::render::diagram::poster::Paper;

const HELP: &str = "\
{about}

Zo gebruikt u het: {usage}

Opdrachten:
{subcommands}

Opties:
{options}{after-help}";

const COMMAND_HELP: &str = "\
{about}

Zo gebruikt u het: {usage}

Opties:
{options}{after-help}";

/// The program.
#[derive(Debug, Parser)]
#[command(
    name = "ouderwijzer",
    version,
    about = "Maakt van één klein bestand per gemeente een hele site over de rechten van ouders.",
    help_template = HELP,
    override_usage = "ouderwijzer [OPDRACHT] [OPTIES]",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// Toon deze uitleg
    #[arg(short, long, action = clap::ArgAction::Help, global = true)]
    help: Option<bool>,
    /// Toon de versie
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// What it can do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Maak de pagina's (ook: bouw)
    #[command(visible_alias = "bouw", help_template = COMMAND_HELP, override_usage = "ouderwijzer build [OPTIES]",
        after_help = "\nVoorbeeld: ouderwijzer build --gemeente leiden\n\nMet een fout in een bestand wordt niets geschreven. \
        Klaar: 0, fouten gevonden: 1, niet gelukt: 2.")]
    Build(BuildArguments),
    /// Voeg delen van `build --deel` samen tot één site
    #[command(name = "samenvoegen", visible_alias = "merge", help_template = COMMAND_HELP,
        override_usage = "ouderwijzer samenvoegen MAP … [OPTIES]",
        after_help = "\nVoorbeeld: ouderwijzer samenvoegen deel-1 deel-2 --output public")]
    Merge(MergeArguments),
    /// Kijk alles na zonder iets te schrijven (ook: controleer)
    #[command(visible_alias = "controleer", help_template = COMMAND_HELP,
        override_usage = "ouderwijzer check [OPTIES] [MAP|BESTAND …]",
        after_help = "\nVoorbeelden:\n  ouderwijzer controleer --gemeente leiden\n  ouderwijzer check brief.txt --kader vrijwillig\n\n\
        Schoon: 0, bevindingen: 1 (`fout`, met --strict ook `let op`), niet gelukt: 2.")]
    Check(CheckArguments),
    /// Leg een regel uit; zonder naam: de lijst (ook: uitleg)
    #[command(visible_alias = "uitleg", help_template = COMMAND_HELP, override_usage = "ouderwijzer explain [REGEL]",
        after_help = "\nVoorbeeld: ouderwijzer uitleg als-dan-dreiging")]
    Explain {
        /// Naam van de regel
        #[arg(value_name = "REGEL")]
        rule: Option<String>,
    },
    /// Tel wat er per gemeente bekend is, en wat u het beste kunt navragen (ook: dekking)
    #[command(visible_alias = "dekking", help_template = COMMAND_HELP, override_usage = "ouderwijzer coverage [OPTIES]",
        after_help = "\nVoorbeelden:\n  ouderwijzer dekking --gemeente leiden\n  ouderwijzer dekking --format csv")]
    Coverage(CoverageArguments),
    /// Teken de plaat met alle stappen voor aan de muur of in een folder (ook: tekening)
    #[command(visible_alias = "tekening", help_template = COMMAND_HELP, override_usage = "ouderwijzer diagram [OPTIES]",
        after_help = "\nVoorbeeld: ouderwijzer tekening --gemeente leiden --hier beschermingstafel --formaat a3 -o plaat.svg")]
    Diagram(DiagramArguments),
    /// Schrijf de schema's waarmee een editor u helpt bij het typen
    #[command(help_template = COMMAND_HELP, override_usage = "ouderwijzer schema [SOORT] [--map MAP]",
        after_help = "\nVoorbeelden:\n  ouderwijzer schema --map .      schrijft alle schema's in de map `schema`\n  \
        ouderwijzer schema gemeente     toont één schema\n\nMet --map kent het schema ook de namen van uw site.")]
    Schema(SchemaArguments),
    /// Maak de bestanden van gemeenten netjes: vaste volgorde, alle opmerkingen blijven (ook: netjes)
    #[command(visible_alias = "netjes", help_template = COMMAND_HELP, override_usage = "ouderwijzer fmt [OPTIES] [BESTAND …]",
        after_help = "\nVoorbeeld: ouderwijzer netjes municipalities/leiden.yaml\n\nEen bestand met een fout blijft zoals het is. \
        Klaar: 0, fouten (of niet netjes bij --check): 1, niet gelukt: 2.")]
    Fmt(FmtArguments),
    /// Zet alle gegevens van gemeenten in een rekenblad
    #[command(help_template = COMMAND_HELP, override_usage = "ouderwijzer export [OPTIES]",
        after_help = "\nVoorbeeld: ouderwijzer export --formaat xlsx -o gemeenten.xlsx\n\n\
        Verander de kolom Waarde, en zet het terug met `ouderwijzer import gemeenten.xlsx`.")]
    Export(ExportArguments),
    /// Zet een veranderd rekenblad terug in de bestanden; u ziet eerst wat er verandert
    #[command(help_template = COMMAND_HELP, override_usage = "ouderwijzer import BESTAND [OPTIES]",
        after_help = "\nVoorbeeld: ouderwijzer import gemeenten.xlsx\n\nMet een fout in een cel verandert er niets. \
        Klaar: 0, fouten gevonden: 1, niet gelukt: 2.")]
    Import(ImportArguments),
    /// Begin een nieuwe site, een nieuwe gemeente of het beheer (ook: nieuw)
    #[command(visible_alias = "nieuw", help_template = HELP, override_usage = "ouderwijzer new [MAP] [OPTIES]\n       \
        ouderwijzer new gemeente [NAAM] [OPTIES]\n       ouderwijzer new beheer [OPTIES]", args_conflicts_with_subcommands = true,
        disable_help_subcommand = true, subcommand_value_name = "WAT",
        after_help = "\nVoorbeelden:\n  ouderwijzer new mijn-site\n  ouderwijzer new gemeente Leiden\n  ouderwijzer new beheer\n\n\
        Wat van u is, wordt nooit overschreven.")]
    New(NewArguments),
    /// Bekijk de site terwijl u eraan werkt (ook: voorbeeld)
    #[command(visible_alias = "voorbeeld", help_template = COMMAND_HELP, override_usage = "ouderwijzer serve [OPTIES]",
        after_help = "\nVoorbeeld: ouderwijzer voorbeeld --gemeente leiden --open\n\nBewaart u een bestand, dan verandert de \
        pagina vanzelf. Alleen deze computer kan het voorbeeld zien. Stoppen: Ctrl+C.")]
    Serve(ServeArguments),
}

/// What to begin.
#[derive(Debug, Args)]
pub(crate) struct NewArguments {
    #[command(subcommand)]
    pub(crate) what: Option<NewWhat>,
    /// Lege map voor de site; anders de huidige map
    #[arg(value_name = "MAP")]
    pub(crate) folder: Option<Utf8PathBuf>,
    /// Neem ook de bestanden van gemeenten en regio's mee die het programma kent
    #[arg(long = "met-gemeenten")]
    pub(crate) with_municipalities: bool,
}

/// Things that can be begun in a site.
#[derive(Debug, Subcommand)]
pub(crate) enum NewWhat {
    /// Maak het bestand van een gemeente
    #[command(name = "gemeente", help_template = COMMAND_HELP, override_usage = "ouderwijzer new gemeente [NAAM] [OPTIES]",
        after_help = "\nVoorbeeld: ouderwijzer new gemeente Leiden --website https://www.leiden.nl\n\nWat u niet opgeeft, \
        wordt gevraagd. U mag elke vraag overslaan.")]
    Municipality(NewMunicipality),
    /// Maak de map `beheer`: een pagina om de site in de browser te bewerken
    #[command(name = "beheer", help_template = COMMAND_HELP, override_usage = "ouderwijzer new beheer [OPTIES]",
        after_help = "\nVoorbeeld: ouderwijzer new beheer --dienst gitlab --opslag gemeente/ouderwijzer\n\nNog een keer? Dan \
        maakt het programma alleen zijn eigen bestanden opnieuw. `beheer/instellingen.yml` blijft van u.")]
    Admin(NewAdmin),
}

/// An administration page.
#[derive(Debug, Args)]
pub(crate) struct NewAdmin {
    /// Waar de bestanden van de site staan: github, gitlab of gitea (ook voor Forgejo); alleen de eerste keer
    #[arg(long = "dienst", value_name = "DIENST", value_enum, hide_possible_values = true)]
    pub(crate) host: Option<HostName>,
    /// De opslag op die dienst, zoals `gemeente/ouderwijzer`; alleen de eerste keer
    #[arg(long = "opslag", value_name = "EIGENAAR/NAAM")]
    pub(crate) repository: Option<String>,
    /// De tak die u publiceert, anders `main`; alleen de eerste keer
    #[arg(long = "tak", value_name = "TAK")]
    pub(crate) branch: Option<String>,
    /// Map van de site
    #[arg(long = "map", value_name = "MAP")]
    pub(crate) site_dir: Option<Utf8PathBuf>,
}

/// A git host.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum HostName {
    /// github.com
    #[value(name = "github")]
    GitHub,
    /// gitlab.com of een eigen GitLab
    #[value(name = "gitlab")]
    GitLab,
    /// Gitea of Forgejo
    #[value(name = "gitea")]
    Gitea,
}

/// A new municipality.
#[derive(Debug, Args)]
pub(crate) struct NewMunicipality {
    /// Naam van de gemeente, of van een plaats
    #[arg(value_name = "NAAM")]
    pub(crate) name: Vec<String>,
    /// Site van de gemeente
    #[arg(long, value_name = "ADRES")]
    pub(crate) website: Option<String>,
    /// Jeugdregio: de naam van een bestand in `municipalities/regios`
    #[arg(long = "regio", value_name = "SLEUTEL")]
    pub(crate) region: Option<String>,
    /// Naam van het lokale team; met --bron en --peildatum
    #[arg(long = "lokaal-team", value_name = "NAAM")]
    pub(crate) local_team: Option<String>,
    /// Titel van de pagina of het stuk met die naam
    #[arg(long = "bron", value_name = "TITEL")]
    pub(crate) source: Option<String>,
    /// Dag waarvoor dat klopt, zoals 2026-11-22
    #[arg(long = "peildatum", value_name = "DATUM")]
    pub(crate) day: Option<String>,
    /// Stel geen vragen
    #[arg(long = "zonder-vragen")]
    pub(crate) without_questions: bool,
    /// Map van de site
    #[arg(long = "map", value_name = "MAP")]
    pub(crate) site_dir: Option<Utf8PathBuf>,
}

/// What to show.
#[derive(Debug, Args)]
pub(crate) struct ServeArguments {
    /// Alleen deze gemeente; mag vaker
    #[arg(long = "gemeente", value_name = "SLEUTEL", value_delimiter = ',')]
    pub(crate) municipalities: Vec<String>,
    /// Map van de site
    #[arg(long = "map", value_name = "MAP")]
    pub(crate) site_dir: Option<Utf8PathBuf>,
    /// Poort van het adres; anders 4000, of de eerste vrije daarna
    #[arg(long, value_name = "GETAL")]
    pub(crate) port: Option<u16>,
    /// Open de browser
    #[arg(long)]
    pub(crate) open: bool,
    /// Dag waarvoor de pagina's gelden, zoals 2026-11-22; anders vandaag
    #[arg(long = "datum", value_name = "DATUM")]
    pub(crate) date: Option<String>,
}

/// Which schema.
#[derive(Debug, Args)]
pub(crate) struct SchemaArguments {
    /// Soort bestand, zoals gemeente of regio; zonder soort: allemaal
    #[arg(value_name = "SOORT")]
    pub(crate) kind: Option<String>,
    /// Map van de site
    #[arg(long = "map", value_name = "MAP")]
    pub(crate) site_dir: Option<Utf8PathBuf>,
}

/// What to tidy.
#[derive(Debug, Args)]
pub(crate) struct FmtArguments {
    /// Bestanden zoals municipalities/leiden.yaml; zonder bestand: allemaal
    #[arg(value_name = "BESTAND")]
    pub(crate) paths: Vec<Utf8PathBuf>,
    /// Kijk alleen, en verander niets
    #[arg(long)]
    pub(crate) check: bool,
    /// Map van de site
    #[arg(long = "map", value_name = "MAP")]
    pub(crate) site_dir: Option<Utf8PathBuf>,
}

/// What to put in a sheet.
#[derive(Debug, Args)]
pub(crate) struct ExportArguments {
    /// Soort bestand: xlsx of csv; anders xlsx
    #[arg(
        long = "formaat",
        value_name = "SOORT",
        default_value = "xlsx",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: SheetFormat,
    /// Bestand waarin het komt; anders gemeenten.xlsx of gemeenten.csv
    #[arg(short = 'o', long = "output", value_name = "BESTAND")]
    pub(crate) file: Option<Utf8PathBuf>,
    /// Alleen deze gemeente; mag vaker
    #[arg(long = "gemeente", value_name = "SLEUTEL", value_delimiter = ',')]
    pub(crate) municipalities: Vec<String>,
    /// Map van de site
    #[arg(long = "map", value_name = "MAP")]
    pub(crate) site_dir: Option<Utf8PathBuf>,
}

/// Kinds of sheets as people type them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SheetFormat {
    Csv,
    Xlsx,
}

/// Which sheet to take back.
#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// Het rekenblad: een .xlsx of .csv
    #[arg(value_name = "BESTAND")]
    pub(crate) file: Utf8PathBuf,
    /// Verander de bestanden zonder te vragen
    #[arg(long = "ja", conflicts_with = "dry")]
    pub(crate) yes: bool,
    /// Laat alleen zien wat er zou veranderen
    #[arg(long = "proef")]
    pub(crate) dry: bool,
    /// Map van de site
    #[arg(long = "map", value_name = "MAP")]
    pub(crate) site_dir: Option<Utf8PathBuf>,
}

/// What to check, and how to show it.
#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) site: SiteArguments,
    /// Map van een site, bestand van de site, of een brief (.txt, .md, .docx, .odt, of - voor wat binnenkomt)
    #[arg(value_name = "MAP|BESTAND")]
    pub(crate) paths: Vec<Utf8PathBuf>,
    /// Alleen deze regel; mag vaker
    #[arg(long = "regel", value_name = "NAAM", value_delimiter = ',')]
    pub(crate) rules: Vec<String>,
    /// Ook `let op` telt als bevinding
    #[arg(long)]
    pub(crate) strict: bool,
    /// Toon ook tips om de tekst makkelijker te maken
    #[arg(long)]
    pub(crate) tips: bool,
    /// Vraag ook of adressen van andere sites nog werken; dit gebruikt internet
    #[arg(long = "extern")]
    pub(crate) outside: bool,
    /// Toon ook het leesniveau van elke bladzijde
    #[arg(long = "leesniveau")]
    pub(crate) reading_level: bool,
    /// Vorm van de uitkomst: terminal, json, github of sarif
    #[arg(long, value_name = "VORM", default_value = "terminal", hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: Format,
    /// Kader van een brief: vrijwillig, vrijwillig-intensief, overgang of gedwongen
    #[arg(long = "kader", value_name = "KADER")]
    pub(crate) frame: Option<String>,
}

/// What to count, and how to show it.
#[derive(Debug, Args)]
pub(crate) struct CoverageArguments {
    /// Alleen deze gemeente; mag vaker
    #[arg(long = "gemeente", value_name = "SLEUTEL", value_delimiter = ',')]
    pub(crate) municipalities: Vec<String>,
    /// Vorm van de uitkomst: terminal, json of csv
    #[arg(long, value_name = "VORM", default_value = "terminal", hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: CoverageFormat,
    /// Map van de site
    #[arg(long = "map", value_name = "MAP")]
    pub(crate) site_dir: Option<Utf8PathBuf>,
    /// Dag waarvoor u telt, zoals 2026-11-22; anders vandaag
    #[arg(long = "datum", value_name = "DATUM")]
    pub(crate) date: Option<String>,
}

/// How a count is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum CoverageFormat {
    Terminal,
    Json,
    Csv,
}

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    Terminal,
    Json,
    Github,
    Sarif,
}

/// What to make.
#[derive(Debug, Args)]
pub(crate) struct SiteArguments {
    /// Alleen deze gemeente; mag vaker
    #[arg(long = "gemeente", value_name = "SLEUTEL", value_delimiter = ',')]
    pub(crate) municipalities: Vec<String>,
    /// Alleen deze taal; mag vaker
    #[arg(long = "taal", value_name = "TAAL", value_delimiter = ',')]
    pub(crate) languages: Vec<String>,
    /// Map van de site
    #[arg(long = "map", value_name = "MAP")]
    pub(crate) site_dir: Option<Utf8PathBuf>,
    /// Map waarin de pagina's komen
    #[arg(long, value_name = "MAP", default_value = "public", hide_default_value = true)]
    pub(crate) output: Utf8PathBuf,
    /// Dag waarvoor de pagina's gelden, zoals 2026-11-22; anders vandaag
    #[arg(long = "datum", value_name = "DATUM")]
    pub(crate) date: Option<String>,
}

/// What to draw.
#[derive(Debug, Args)]
pub(crate) struct DiagramArguments {
    /// Van welke gemeente
    #[arg(long = "gemeente", value_name = "SLEUTEL")]
    pub(crate) municipality: String,
    /// In welke taal; anders Nederlands
    #[arg(long = "taal", value_name = "TAAL", default_value = "nl", hide_default_value = true)]
    pub(crate) lang: String,
    /// Zet bij deze stap: u bent hier
    #[arg(long = "hier", value_name = "STAP")]
    pub(crate) here: Option<String>,
    /// Maat van het papier: a4 of a3; anders a4
    #[arg(
        long = "formaat",
        value_name = "MAAT",
        value_enum,
        default_value = "a4",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) paper: PaperName,
    /// Bestand waarin de tekening komt
    #[arg(short = 'o', long = "output", value_name = "BESTAND", default_value = "stappen.svg", hide_default_value = true)]
    pub(crate) file: Utf8PathBuf,
    /// Map van de site
    #[arg(long = "map", value_name = "MAP")]
    pub(crate) site_dir: Option<Utf8PathBuf>,
    /// Dag waarvoor de tekening geldt, zoals 2026-11-22; anders vandaag
    #[arg(long = "datum", value_name = "DATUM")]
    pub(crate) date: Option<String>,
}

/// Sizes of paper as people type them.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum PaperName {
    A4,
    A3,
}

impl From<PaperName> for Paper {
    fn from(name: PaperName) -> Paper {
        match name {
            PaperName::A4 => Paper::A4,
            PaperName::A3 => Paper::A3,
        }
    }
}

/// `ouderwijzer help` and `ouderwijzer hulp build` ask for help too.
pub(crate) fn as_meant(typed: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut words: Vec<OsString> = typed.collect();
    if words.get(1).is_some_and(|word| word == "help" || word == "hulp") {
        words.remove(1);
        words.push("--help".into());
    }
    words
}
