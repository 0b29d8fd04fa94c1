// SPDX-License-Identifier: Apache-2.0
#include "exchange/html_article.h"

#include "text/place.h"

#include <algorithm>
#include <cctype>
#include <libxml/HTMLparser.h>
#include <map>
#include <memory>
#include <vector>

namespace supple::exchange {

namespace {

constexpr std::size_t largest_page = std::size_t{8} << 20U;

using Document = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

std::string_view text_of(const xmlChar* bytes) {
  return bytes == nullptr ? std::string_view{} : reinterpret_cast<const char*>(bytes); // UTF-8, as libxml2 has it
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

/// What is never part of an article.
bool is_beside(std::string_view tag) {
  return is_one_of(tag, {"script",   "style",  "noscript", "nav",    "header", "footer",   "aside",
                         "form",     "button", "select",   "iframe", "svg",    "template", "figure",
                         "textarea", "input",  "head",     "dialog", "video",  "audio"});
}

/// Words in `class` or `id` that name what stands around an article.
bool is_named_beside(const xmlNode& node) {
  constexpr std::string_view names[] = {"comment", "share",      "social", "related", "newsletter", "promo",  "sponsor",
                                        "sidebar", "breadcrumb", "cookie", "advert",  "menu",       "footer", "popup"};
  for (const char* const attribute : {"class", "id"}) {
    const std::unique_ptr<xmlChar, decltype(xmlFree)> value{
        xmlGetProp(&node, reinterpret_cast<const xmlChar*>(attribute)), xmlFree}; // its own kind of bytes
    std::string words{text_of(value.get())};
    std::ranges::transform(words, words.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (std::ranges::any_of(names, [&](std::string_view name) { return words.contains(name); })) return true;
  }
  return false;
}

bool is_hidden(const xmlNode& node) {
  const auto has = [&](const char* name) {
    return xmlHasProp(&node, reinterpret_cast<const xmlChar*>(name)) != nullptr; // its own kind of bytes
  };
  return has("hidden");
}

bool is_paragraph(std::string_view tag) {
  return is_one_of(tag, {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"});
}

bool is_line(std::string_view tag) {
  return is_paragraph(tag) || is_one_of(tag, {"li", "br", "div", "section", "article", "main", "ul", "ol", "dl", "dt",
                                              "dd", "tr", "table", "hr", "td", "th", "figcaption", "body"});
}

bool is_left_out(const xmlNode& node) {
  return node.type == XML_ELEMENT_NODE && (is_beside(text_of(node.name)) || is_hidden(node) || is_named_beside(node));
}

/// Walks below `root` without going into what is left out: `enter` is told each node, `leave` each element. A loop, not
/// a recursion: how deep a page goes is its own affair.
template <typename Enter, typename Leave>
void walk(const xmlNode* root, const Enter& enter, const Leave& leave) {
  const xmlNode* node = root->children;
  while (node != nullptr) {
    const bool inside = !is_left_out(*node);
    if (inside) enter(*node);
    if (inside && node->type == XML_ELEMENT_NODE && node->children != nullptr) {
      node = node->children;
      continue;
    }
    if (inside && node->type == XML_ELEMENT_NODE) leave(*node);
    while (node->next == nullptr && node->parent != root) {
      node = node->parent;
      leave(*node);
    }
    node = node->next;
  }
}

/// Letters of a node's own text that is no link.
struct Weight {
  std::size_t words = 0, linked = 0;
};

/// Where the article stands: `<article>` or `<main>` where there is one, else the element whose paragraphs hold most
/// plain text, counted half for the element above it.
const xmlNode* article_in(const xmlNode* body) {
  const xmlNode* named = nullptr;
  std::map<const xmlNode*, double> scores;
  std::vector<const xmlNode*> in_order; ///< the elements that have a score, as they come in the page
  const auto letters_in = [](const xmlNode* node) {
    Weight weight;
    int links = 0;
    walk(
        node,
        [&](const xmlNode& each) {
          if (text_of(each.name) == "a") ++links;
          if (each.type == XML_TEXT_NODE) (links > 0 ? weight.linked : weight.words) += text_of(each.content).size();
        },
        [&](const xmlNode& each) {
          if (text_of(each.name) == "a") --links;
        });
    return weight;
  };
  walk(
      body,
      [&](const xmlNode& node) {
        const std::string_view tag = text_of(node.name);
        if (named == nullptr && is_one_of(tag, {"article", "main"})) named = &node;
        if (!is_one_of(tag, {"p", "li", "pre"})) return;
        const Weight weight = letters_in(&node);
        if (weight.words <= weight.linked) return;
        const double score = static_cast<double>(weight.words - weight.linked);
        scores[node.parent] += score;
        in_order.push_back(node.parent);
        if (node.parent == body) return;
        scores[node.parent->parent] += score / 2;
        in_order.push_back(node.parent->parent);
      },
      [](const xmlNode&) {});
  if (named != nullptr) return named;
  const xmlNode* best = body;
  for (const xmlNode* const node : in_order)
    if (scores[node] > scores[best]) best = node;
  return best;
}

/// Lines of words, with single spaces.
class Lines {
public:
  void add(std::string_view text) {
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (blank)
        gap_ = !line_.empty();
      else {
        if (gap_) line_ += ' ';
        gap_ = false;
        line_ += c;
      }
    }
  }

  void end(bool paragraph) {
    gap_ = false;
    if (!line_.empty()) {
      if (apart_ && !text_.empty()) text_ += '\n';
      text_ += line_ + "\n";
      apart_ = false;
    }
    line_.clear();
    apart_ = apart_ || paragraph;
  }

  [[nodiscard]] const std::string& text() const { return text_; }

private:
  std::string text_, line_;
  bool gap_ = false, apart_ = false;
};

std::string lines_of(const xmlNode* article) {
  Lines lines;
  const auto edge = [&](const xmlNode& node) {
    const std::string_view tag = text_of(node.name);
    if (node.type == XML_ELEMENT_NODE && is_line(tag)) lines.end(is_paragraph(tag));
  };
  walk(
      article,
      [&](const xmlNode& node) {
        edge(node);
        if (node.type == XML_TEXT_NODE) lines.add(text_of(node.content));
      },
      edge);
  lines.end(false);
  return lines.text();
}

const xmlNode* child_of(const xmlNode* node, std::string_view tag) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next)
    if (text_of(child->name) == tag) return child;
  return nullptr;
}

/// The title of the page, without the name of its site behind a bar.
std::string title_in(const xmlNode* root) {
  const xmlNode* const head = child_of(root, "head");
  const xmlNode* const title = head == nullptr ? nullptr : child_of(head, "title");
  if (title == nullptr) return {};
  std::string line = lines_of(title);
  line = line.substr(0, line.find('\n'));
  for (const std::string_view bar : {" | ", " · ", " – ", " — "})
    if (const std::size_t at = line.find(bar); at != line.npos && at > 0) line.resize(at);
  return line;
}

} // namespace

bool is_html(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  std::string start{text.substr(0, 15)};
  std::ranges::transform(start, start.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<head") ||
         start.starts_with("<body") || start.starts_with("<?xml") || start.starts_with("<article");
}

std::expected<std::string, std::string> article_of_html(std::string_view html) {
  if (html.size() > largest_page)
    return std::unexpected("the page is larger than 8 MB; instead: the text of one exercise");
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  const Document page{htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", options),
                      &xmlFreeDoc};
  const xmlNode* const root = page ? xmlDocGetRootElement(page.get()) : nullptr;
  const xmlNode* const body = root == nullptr ? nullptr : child_of(root, "body");
  if (body == nullptr) return std::unexpected("there is no text in this page; instead: copy the article as text");
  std::string text = lines_of(article_in(body));
  if (text.empty()) text = lines_of(body);
  if (text.empty()) return std::unexpected("there is no text in this page; instead: copy the article as text");
  const std::string title = title_in(root);
  return text::clean_utf8(title.empty() ? text : "TITLE: " + title + "\n\n" + text);
}

} // namespace supple::exchange
