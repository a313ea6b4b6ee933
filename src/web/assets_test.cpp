#include "web/assets.hpp"

#include "core/ensure.hpp"

#include <gtest/gtest.h>

namespace heed::web {
namespace {

constexpr Embedded style{"heed.css", "body{}"}, script{"heed.js", "1"};

Response serve(const Assets& assets, const std::string& url, std::string tag = {})
{
    Request request;
    const auto hash_end = url.rfind('/');
    request.path_parameters.add("hash", url.substr(8, hash_end - 8));
    request.path_parameters.add("name", url.substr(hash_end + 1));
    if (!tag.empty()) request.headers.add("If-None-Match", std::move(tag));
    return assets.serve(request);
}

TEST(Assets, MayBeKeptForEver)
{
    const Embedded files[] = {script, style};
    const Assets assets{files};
    const std::string url = assets.url("heed.css");
    EXPECT_TRUE(url.starts_with("/assets/"));
    EXPECT_TRUE(url.ends_with("/heed.css"));
    const Response response = serve(assets, url);
    EXPECT_EQ(response.status, 200U);
    EXPECT_EQ(response.body, "body{}");
    EXPECT_EQ(response.headers.find("Content-Type"), "text/css; charset=utf-8");
    EXPECT_EQ(response.headers.find("Cache-Control"), "public, max-age=31536000, immutable");
}

TEST(Assets, ChangeTheirAddressWhenAnyOfThemChanges)
{
    const Embedded before[] = {script, style}, after[] = {{"heed.js", "2"}, style};
    EXPECT_NE(Assets{before}.url("heed.css"), Assets{after}.url("heed.css"));
    const Embedded turned[] = {style, script};
    EXPECT_EQ(Assets{before}.url("heed.css"), Assets{turned}.url("heed.css"));
}

TEST(Assets, AreNotSentAgainToWhoHasThem)
{
    const Embedded files[] = {style};
    const Assets assets{files};
    const std::string url = assets.url("heed.css");
    const std::string tag{*serve(assets, url).headers.find("ETag")};
    EXPECT_EQ(serve(assets, url, tag).status, 304U);
    EXPECT_EQ(serve(assets, url, tag).body, "");
    EXPECT_EQ(serve(assets, url, "W/" + tag).status, 304U);
    EXPECT_EQ(serve(assets, url, "\"other\"").status, 200U);
}

TEST(Assets, OfAnotherNameOrHashAreNotThere)
{
    const Embedded files[] = {style};
    const Assets assets{files};
    EXPECT_EQ(serve(assets, "/assets/0000/heed.css").status, 404U);
    EXPECT_EQ(serve(assets, assets.url("heed.css") + "x").status, 404U);
    EXPECT_THROW(static_cast<void>(assets.url("none.css")), Broken);
}

TEST(Assets, OfAnUnknownKindOrTwoOfOneNameAreBroken)
{
    const Embedded odd[] = {{"a.exe", ""}}, twice[] = {style, style};
    EXPECT_THROW(Assets{odd}, Broken);
    EXPECT_THROW(Assets{twice}, Broken);
}

} // namespace
} // namespace heed::web
