internal import ScalingCharts

/// The look of pages: the colours and the type of the figures, in one calm column.
struct PageStyle {
  private let theme = Theme.standard

  /// The style sheet.
  var rules: String {
    ":root{color-scheme:light dark;\(variables(theme.light))}"
      + "@media screen and (prefers-color-scheme:dark){:root{\(variables(theme.dark))}}"
      + "body{font-family:\(theme.fontFamily);\(Self.body)}" + Self.elements + Self.tables
      + Self.figures + Self.conveniences + Self.narrow + Self.paper
  }

  private func variables(_ palette: Palette) -> String {
    let colors = [
      ("paper", palette.background), ("ink", palette.ink), ("muted", palette.muted),
      ("line", palette.grid), ("edge", palette.axis), ("shade", palette.region),
      ("link", palette.seriesText[0]), ("yes", palette.seriesText[3]),
      ("no", palette.seriesText[1]),
    ]
    return colors.map { "--\($0.0):\($0.1.css)" }.joined(separator: ";")
  }

  private static let body =
    "margin:0 auto;padding:2.5rem 1.25rem 4rem;max-width:47.5rem;background:var(--paper);"
    + "color:var(--ink);font-size:1rem;line-height:1.55;overflow-wrap:break-word"

  private static let elements =
    "h1{font-size:1.7rem;line-height:1.25;margin:.2rem 0 1rem}"
    + "h2{font-size:1.25rem;line-height:1.3;margin:3rem 0 .75rem}"
    + "h3{font-size:1.05rem;margin:2rem 0 .5rem}h4{font-size:1rem;margin:1.5rem 0 .5rem}"
    + "p,ul,ol,dl,blockquote,pre{margin:.75rem 0}ul,ol{padding-left:1.25rem}li{margin:.35rem 0}"
    + "a{color:var(--link)}main:focus{outline:0}"
    + ":focus-visible{outline:3px solid var(--link);outline-offset:2px}"
    + ".kicker,.note,footer,figcaption,caption{color:var(--muted);font-size:.875rem}"
    + ".kicker{margin:0}.lead{font-size:1.125rem;line-height:1.5}"
    + "blockquote{margin-left:0;padding-left:1rem;border-left:3px solid var(--line)}"
    + "dt{font-weight:600}dd{margin:0 0 .5rem}"
    + "code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.85em}"
    + "pre{overflow-x:auto;padding:.75rem 1rem;background:var(--shade);line-height:1.45}"
    + "pre code{font-size:1em}img{max-width:100%;height:auto}"
    + "hr{border:0;border-top:1px solid var(--line);margin:2rem 0}"
    + "footer{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--line)}"
    + ".supported{color:var(--yes)}.contradicted{color:var(--no)}"

  private static let tables =
    ".table{overflow-x:auto;margin:1rem 0}"
    + "table{border-collapse:collapse;font-size:.875rem;line-height:1.4;"
    + "font-variant-numeric:tabular-nums}"
    + "caption{text-align:left;padding-bottom:.35rem}"
    + "th,td{padding:.3rem .9rem .3rem 0;text-align:left;vertical-align:top;"
    + "border-bottom:1px solid var(--line);font-weight:400}"
    + "thead th{font-weight:600;border-bottom-color:var(--edge);vertical-align:bottom}"
    + ".right{text-align:right}td.right,.short{white-space:nowrap}th:last-child,td:last-child{padding-right:0}"

  private static let figures =
    "figure{margin:1.5rem -1.25rem}figure svg{display:block;max-width:100%;height:auto}"
    + "figcaption{margin:.35rem 1.25rem 0}.narrow{display:none}"

  private static let conveniences =
    ".skip{position:absolute;left:-99rem}"
    + ".skip:focus{left:1rem;top:.5rem;padding:.5rem;background:var(--paper)}"
    + "fieldset{border:0;padding:0;margin:1rem 0 0;display:flex;gap:1rem;flex-wrap:wrap}"
    + "fieldset[hidden],figure[hidden]{display:none}"
    + "legend{float:left;padding:0;color:var(--muted)}label{cursor:pointer}"
    + "button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;"
    + "text-align:inherit}"
    + "th button::after{content:'\\00a0\\2195';color:var(--muted)}"
    + "th[aria-sort=ascending] button::after{content:'\\00a0\\2191'}"
    + "th[aria-sort=descending] button::after{content:'\\00a0\\2193'}"
    + ".copy{color:var(--link);text-decoration:underline;margin-left:.75rem}"

  private static let narrow =
    "@media screen and (max-width:34rem){body{padding:1.25rem 1rem 3rem}h1{font-size:1.4rem}"
    + ".narrow{display:block}.narrow+.wide{display:none}figure{margin:1.25rem -1rem}"
    + "figcaption{margin:.35rem 1rem 0}}"

  private static let paper =
    "@media print{body{max-width:none;padding:0;font-size:10pt}figure{margin:1rem 0}h2{margin-top:1.5rem}"
    + "h1,h2,h3,h4{break-after:avoid}figure,table,thead,tr,li,blockquote{break-inside:avoid}"
    + "thead{display:table-header-group}caption{font-size:9pt;break-after:avoid}.table,pre{overflow:visible}pre{white-space:pre-wrap}"
    + ".skip,fieldset,.copy,.downloads,th button::after{display:none}"
    + "table{font-size:8pt}a{color:inherit;text-decoration:none}}"
}
