#include "web/fields.hpp"

#include "core/ensure.hpp"

#include <rapidcheck/gtest.h>

namespace heed::web {
namespace {

constexpr std::string_view boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

/// As Chromium sends it: a field, the same field again, a file, and a file control left empty.
constexpr std::string_view from_a_browser =
    "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\n"
    "Content-Disposition: form-data; name=\"note\"\r\n\r\n"
    "first\r\nline\r\n"
    "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\n"
    "Content-Disposition: form-data; name=\"note\"\r\n\r\n\r\n"
    "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\n"
    "Content-Disposition: form-data; name=\"extract\"; filename=\"old %22list%22.csv\"\r\n"
    "Content-Type: text/csv\r\n\r\n"
    "a,b\r\n\xFF,2\r\n\r\n"
    "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\n"
    "Content-Disposition: form-data; name=\"other\"; filename=\"\"\r\n"
    "Content-Type: application/octet-stream\r\n\r\n\r\n"
    "------WebKitFormBoundary7MA4YWxkTrZu0gW--\r\n";

std::string part(std::string_view head, std::string_view content = "x")
{
    return "--b\r\n" + std::string{head} + "\r\n\r\n" + std::string{content} + "\r\n--b--\r\n";
}

TEST(Multipart, ReadsWhatABrowserSends)
{
    const std::string body{from_a_browser};
    const auto form = read_multipart(body, boundary);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->all("note"), (std::vector<std::string_view>{"first\r\nline", ""}));
    ASSERT_EQ(form->files.size(), 1U);
    const UploadedFile* file = form->file("extract");
    ASSERT_NE(file, nullptr);
    EXPECT_EQ(file->name, "old \"list\".csv");
    EXPECT_EQ(file->type, "text/csv");
    EXPECT_TRUE(file->bytes.starts_with("a,b\r\n\xFF"));
    EXPECT_TRUE(file->bytes.ends_with("2\r\n"));
    EXPECT_EQ(form->file("other"), nullptr);
}

TEST(Multipart, KeepsEveryByteOfAFile)
{
    std::string bytes;
    for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
    Form form;
    form.files.push_back({"f", "all.bin", "application/octet-stream", bytes + "\r\n--" + bytes});
    const auto read = read_multipart(write_multipart(form, boundary), boundary);
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, form);
}

TEST(Multipart, CutsTheFoldersOffAFileName)
{
    for (const std::string_view name : {"../../etc/a.csv", "C:\\Users\\x\\a.csv", "/a.csv"}) {
        const auto form = read_multipart(part("Content-Disposition: form-data; name=\"f\"; "
                                              "filename=\"" +
                                              std::string{name} + "\""),
                                         "b");
        ASSERT_TRUE(form) << name;
        EXPECT_EQ(form->files.at(0).name, "a.csv");
    }
}

TEST(Multipart, RefusesWhatIsCutShort)
{
    const std::string whole{from_a_browser};
    for (std::size_t size = 0; size + 2 < whole.size(); ++size)
        EXPECT_FALSE(read_multipart(std::string_view{whole}.substr(0, size), boundary)) << size;
    EXPECT_TRUE(read_multipart(std::string_view{whole}.substr(0, whole.size() - 2), boundary));
}

TEST(Multipart, RefusesWhatIsMalformed)
{
    EXPECT_TRUE(read_multipart(part("Content-Disposition: form-data; name=\"a\""), "b"));
    EXPECT_TRUE(read_multipart(part("content-disposition:form-data;name=a"), "b"));
    for (const std::string_view head :
         {"", "Content-Disposition: attachment; name=\"a\"", "Content-Disposition: form-data",
          "Content-Disposition: form-data; name=\"a", "Content-Disposition form-data",
          "Content-Disposition: form-data; name=\"a\" filename=\"b\"",
          "Content-Disposition: form-data; name=\"a\"; name=\"b\"",
          "Content-Disposition: form-data; name=\"\xFF\"",
          "Content-Disposition: form-data; name=\"a\"\r\n"
          "Content-Disposition: form-data; name=\"b\""})
        EXPECT_FALSE(read_multipart(part(head), "b")) << head;
    EXPECT_FALSE(read_multipart(part("Content-Disposition: form-data; name=\"a\"", "\xFF"), "b"));
    EXPECT_FALSE(
        read_multipart("preamble\r\n" + part("Content-Disposition: form-data; name=a"), "b"));
    EXPECT_FALSE(read_multipart(part("Content-Disposition: form-data; name=\"a\"") + "more", "b"));
    EXPECT_TRUE(read_multipart("--b--", "b"));
}

TEST(Multipart, RefusesTooManyParts)
{
    Form form;
    for (std::size_t i = 0; i < fields_max; ++i) form.add("a", "");
    EXPECT_TRUE(read_multipart(write_multipart(form, "b"), "b"));
    form.add("a", "");
    EXPECT_FALSE(read_multipart(write_multipart(form, "b"), "b"));
}

TEST(Multipart, WillNotWriteABoundaryThatStandsInTheContent)
{
    EXPECT_THROW(write_multipart(Form{Fields{{"a", "x\r\n--b--"}}}, "b"), Broken);
}

TEST(MultipartBoundary, IsTakenFromTheContentType)
{
    EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=abc"), "abc");
    EXPECT_EQ(multipart_boundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\""),
              std::nullopt);
    EXPECT_EQ(multipart_boundary("multipart/form-data; charset=utf-8; boundary=\"a'b\""), "a'b");
    EXPECT_FALSE(multipart_boundary("multipart/form-data"));
    EXPECT_FALSE(multipart_boundary("multipart/form-data; boundary="));
    EXPECT_FALSE(multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'a')));
    EXPECT_FALSE(multipart_boundary("multipart/mixed; boundary=abc"));
}

RC_GTEST_PROP(Multipart, ComesBackAsItWasWritten, ())
{
    const auto letters = rc::gen::container<std::string>(
        rc::gen::element('a', 'Z', '"', '\r', '\n', ';', '=', '-', ' ', ':', '.'));
    const auto bytes = rc::gen::container<std::string>(rc::gen::weightedOneOf<char>(
        {{3, rc::gen::element('\r', '\n', '-', 'b')}, {1, rc::gen::arbitrary<char>()}}));
    Form form;
    for (const auto& [name, value] :
         *rc::gen::container<std::vector<NameAndValue>>(rc::gen::pair(letters, letters)))
        form.add(name, value);
    for (const auto& [name, content] :
         *rc::gen::container<std::vector<NameAndValue>>(rc::gen::pair(letters, bytes)))
        form.files.push_back({name, "n" + name, "text/csv", content});
    const auto read = read_multipart(write_multipart(form, boundary), boundary);
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == form);
}

} // namespace
} // namespace heed::web
