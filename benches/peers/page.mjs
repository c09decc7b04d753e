// The HTML of a page, once for all peers: each fills the holes with the expressions of its own template language.
// A hole that repeats or chooses is a function of the HTML it goes around.

/** The whole page; `main` and `navigation` are holes, because some make them in a file of their own. */
export const frame = (fill) => `<!doctype html>
<html lang="${fill.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${fill.title} – ${fill.municipality} – Ouderwijzer</title>
<meta name="referrer" content="no-referrer">
<link rel="canonical" href="${fill.address}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#inhoud">Naar de inhoud</a>
<header><p><a href="/${fill.municipality}/">Ouderwijzer</a></p>
<ul>${fill.eachLanguage(`<li><a href="${fill.otherAddress}" lang="${fill.otherLanguage}">${fill.otherLanguage}</a></li>`)}</ul>
${fill.navigation}</header>
<main id="inhoud">${fill.main}</main>
${fill.foot}
</body>
</html>
`;

/** Links to the pages of a municipality. */
export const navigation = (fill) =>
  `<nav aria-label="pagina's"><ul>${fill.eachPage(`<li><a href="${fill.pageAddress}">${fill.pageTitle}</a></li>`)}</ul></nav>`;

/** What stands in the middle; `values` is a hole for the table. */
export const main = (fill) => `
<nav aria-label="kruimelpad"><ol><li><a href="/">Ouderwijzer</a></li><li><a href="/${fill.municipality}/">${fill.name}</a></li><li aria-current="page">${fill.title}</li></ol></nav>
<h1>${fill.title}</h1>
<p class="lead">${fill.summary}</p>
<p class="banner">In ${fill.name} (${fill.province}): ${fill.status}${fill.ifDay(`, stand ${fill.day}`)}</p>
${fill.ifPicture(`<figure>${fill.picture}<figcaption>${fill.title}</figcaption></figure>`)}
${fill.content}
${fill.values}
`;

/** The table of local values. */
export const values = (fill) => `<h2>In ${fill.name}</h2><table><thead><tr><th scope="col">Wat</th><th scope="col">Hier</th><th scope="col">Stand</th></tr></thead><tbody>
${fill.eachValue(`<tr><th scope="row">${fill.key}</th><td>${fill.known(fill.value, "Dat is niet bekend. Vraag het aan uw hulpverlener.")}</td><td>${fill.ifDated(`<time datetime="${fill.date}">${fill.date}</time>`)}</td></tr>
`)}</tbody></table>`;

/** The same on every page. */
export const FOOT = `<footer><h2>Hulp</h2><ul>
<li><a href="tel:112">112</a> bij gevaar</li><li><a href="tel:08002000">Veilig Thuis 0800-2000</a></li><li><a href="tel:08000432">Kindertelefoon 0800-0432</a></li>
</ul><p>Dit is informatie, geen juridisch advies.</p></footer>`;

/** What Nunjucks and Tera write alike, both after Jinja: a municipality is `here`, a shared text is `words`. */
export const JINJA = {
  title: "{{ words.title }}",
  name: "{{ here.name }}",
  province: "{{ here.province }}",
  status: "{{ here.status }}",
  day: "{{ here.day }}",
  ifDay: (html) => `{% if here.day %}${html}{% endif %}`,
  key: "{{ value.sleutel }}",
  date: "{{ value.peildatum }}",
  eachValue: (html) => `{% for value in here.values %}${html}{% endfor %}`,
  known: (yes, no) => `{% if value.bekend %}${yes}{% else %}${no}{% endif %}`,
  ifDated: (html) => `{% if value.peildatum %}${html}{% endif %}`,
  foot: FOOT,
};
