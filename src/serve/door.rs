//! The door: a small server on this computer alone. Here, and only here, a page gets what the preview needs.

mod answer;
mod headers;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, Request, State as Shared};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{self, Stream};
use serde::{Deserialize, Serialize};

use super::findings::Findings;
use super::notice::Notice;
use super::shown::{Shown, State};

/// Addresses of the preview itself begin with this; no page of a site does.
const OWN: &str = "/__voorbeeld/";
const SCRIPT: &str = include_str!("voorbeeld.js");
const STYLE: &str = include_str!("voorbeeld.css");

/// Why there is no preview.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another program has the port.
    #[error(
        "poort {0} is al in gebruik, misschien door een ander voorbeeld: kies een andere met `--port`, of laat `--port` weg"
    )]
    Taken(u16),
    /// The system refuses.
    #[error("het voorbeeld kan niet beginnen: {0}")]
    System(#[from] io::Error),
}

/// An address that is taken, and does not answer yet.
pub(super) struct Door {
    listener: TcpListener,
    address: SocketAddr,
}

/// What every answer needs.
struct Desk {
    shown: Arc<Shown>,
    findings: Findings,
    port: u16,
}

impl Door {
    /// Takes a port of the loopback address.
    pub(super) fn open(port: u16) -> Result<Door, OpenError> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|cause| match cause.kind() {
            io::ErrorKind::AddrInUse => OpenError::Taken(port),
            _ => OpenError::System(cause),
        })?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        Ok(Door { listener, address })
    }

    /// Its address.
    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until the program is stopped.
    pub(super) fn serve(self, shown: &Arc<Shown>) -> Result<(), OpenError> {
        let desk = Arc::new(Desk { shown: Arc::clone(shown), findings: Findings::default(), port: self.address.port() });
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
        runtime.block_on(async move {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            axum::serve(listener, routes(desk)).await
        })?;
        Ok(())
    }
}

fn routes(desk: Arc<Desk>) -> Router {
    Router::new()
        .route("/__voorbeeld/voorbeeld.js", get(|| async { own_file("text/javascript; charset=utf-8", SCRIPT) }))
        .route("/__voorbeeld/voorbeeld.css", get(|| async { own_file("text/css; charset=utf-8", STYLE) }))
        .route("/__voorbeeld/stand", get(states))
        .route("/__voorbeeld/fouten", get(errors))
        .route("/__voorbeeld/bevindingen", get(findings))
        .fallback(get(page))
        .layer(middleware::from_fn_with_state(Arc::clone(&desk), refuse_strangers))
        .with_state(desk)
}

fn own_file(kind: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")], text).into_response()
}

/// A page elsewhere may give this computer a name of its own, and read along: only our own names are answered.
async fn refuse_strangers(Shared(desk): Shared<Arc<Desk>>, request: Request, next: Next) -> Response {
    let host = headers::host(request.headers());
    let port = desk.port;
    let ours = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    if host.is_some_and(|host| ours.iter().any(|one| one == host)) {
        return next.run(request).await;
    }
    let text = format!("dit voorbeeld is alleen te zien op http://127.0.0.1:{port}/\n");
    (StatusCode::MISDIRECTED_REQUEST, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// A file of the site.
async fn page(Shared(desk): Shared<Arc<Desk>>, request: Request) -> Response {
    let path = answer::inside(request.uri().path());
    let headers = request.headers().clone();
    // Making pages takes a moment; browsers that wait for news must not wait for that.
    let answered = tokio::task::spawn_blocking(move || answer::page(&desk.shown, &path, &headers)).await;
    answered.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// Tells a browser about every change, as server-sent events.
async fn states(Shared(desk): Shared<Arc<Desk>>) -> impl IntoResponse {
    let news = desk.shown.listen();
    let told: std::pin::Pin<Box<dyn Stream<Item = Result<Event, io::Error>> + Send>> =
        Box::pin(stream::unfold(news, |mut news| async move {
            news.changed().await.ok()?;
            let State { edition, files } = news.borrow_and_update().clone();
            Some((Ok(Event::default().event("stand").data(json(&Told { editie: &edition, bestanden: &files }))), news))
        }));
    ([(header::CACHE_CONTROL, "no-store")], Sse::new(told).keep_alive(KeepAlive::default()))
}

#[derive(Serialize)]
struct Told<'a> {
    editie: &'a str,
    bestanden: &'a str,
}

#[derive(Serialize)]
struct Found {
    #[serde(skip_serializing_if = "Option::is_none")]
    fouten: Option<Vec<Notice>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bevindingen: Option<Vec<Notice>>,
}

/// Errors of the files of now.
async fn errors(Shared(desk): Shared<Arc<Desk>>) -> Response {
    as_json(&Found { fouten: Some(desk.shown.errors()), bevindingen: None })
}

#[derive(Deserialize)]
struct OfPage {
    pagina: String,
}

/// What the checker says of a page. It takes longer than the page, so it is asked for apart.
async fn findings(Shared(desk): Shared<Arc<Desk>>, Query(asked): Query<OfPage>) -> Response {
    let found = tokio::task::spawn_blocking(move || {
        let page = answer::file_of(&answer::inside(&asked.pagina));
        desk.findings.of_page(&desk.shown, &page)
    });
    as_json(&Found { fouten: None, bevindingen: found.await.ok().flatten() })
}

fn as_json(found: &Found) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (headers, json(found)).into_response()
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("texts and numbers can always be written as JSON")
}

/// Headers of a page: those of the published site, and what the preview adds.
fn page_headers(asked: &HeaderMap) -> [(header::HeaderName, String); 5] {
    [
        (header::CONTENT_SECURITY_POLICY, headers::policy(headers::host(asked).unwrap_or_default())),
        (header::REFERRER_POLICY, "no-referrer".to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::X_FRAME_OPTIONS, "DENY".to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ]
}
