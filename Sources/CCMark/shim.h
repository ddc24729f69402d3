// The part of cmark-gfm (GitHub's own reader of Markdown) that the toolkit uses.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

// A parser with the extensions of GitHub: tables, struck text, lists of tasks, plain links.
static inline cmark_parser *scaling_markdown_parser(void) {
  static const char *const names[] = {"table", "strikethrough", "tasklist", "autolink"};
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8);
  for (int index = 0; index < 4; index++) {
    cmark_syntax_extension *extension = cmark_find_syntax_extension(names[index]);
    if (extension) cmark_parser_attach_syntax_extension(parser, extension);
  }
  return parser;
}
