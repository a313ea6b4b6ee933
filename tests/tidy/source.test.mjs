// The reader of C++ is exact where the watchmen lean on it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { functions, includes, read } from './source.mjs';

const found = (text) =>
  functions(read(text).code).map(({ name, lines, parameters }) => [name, lines, parameters]);

test('comments and literals are blanked, and lines and columns stay', () => {
  const text = 'int a; // "no"\nauto b = "x{\\"}"; /* { */ char c = \'{\';\nauto d = R"q({)")q";\n';
  const { code, literals, comments } = read(text);
  assert.equal(code.length, text.length);
  assert.equal(code.split('\n').length, text.split('\n').length);
  assert.doesNotMatch(code, /[{}]/);
  assert.deepEqual(literals, [{ line: 2, text: 'x{\\"}' }, { line: 3, text: '{)"' }]);
  assert.deepEqual(comments.map(({ line }) => line), [1, 2]);
});

test('a thousands mark opens no literal', () => {
  const text = "int a = 90'000; auto b = u8\"x\"; int c = 0xFF'FFu; char d = ',';";
  const { code, literals } = read(text);
  assert.match(code, /90'000/);
  assert.deepEqual(literals.map(({ text }) => text), ['x']);
});

test('includes are told apart by their marks', () => {
  assert.deepEqual(includes('#pragma once\n#include "a/b.hpp"\n  #  include <map>\n'), [
    { line: 2, path: 'a/b.hpp', angled: false },
    { line: 3, path: 'map', angled: true },
  ]);
});

test('functions are found in namespaces and types, with their lines and parameters', () => {
  const text = `
namespace heed::plan {
namespace {
constexpr std::array<int, 2> table{{1, 2}};
const std::map<std::string, int> named = {{"a", 1}};
}

int free(int a, std::map<int, std::vector<int>> b, int c = f(1, 2))
{
    if (a) { return 1; }
    return 2;
}

struct Thing final : Base<int> {
    Thing(int a, int b) : a_{a}, b_(b), c_{} { go(); }
    Thing() : a_{1} {}
    int a_{0};
    std::vector<int> many = {1, 2};
    bool operator()(int x) const noexcept(true) { return x; }
    bool operator<(const Thing& other) const { return a_ < other.a_; }
    auto where() const -> std::pair<int, int> { return {1, 2}; }
    enum class Kind { one, two };
    template <class T>
        requires std::integral<T>
    T as(T first, T second)
    {
        return [&](int q) { return q; }(first);
    }
};

Thing::~Thing() {}
}
`;
  assert.deepEqual(found(text), [
    ['free', 5, 3],
    ['Thing', 1, 2],
    ['Thing', 1, 0],
    ['operator()', 1, 1],
    ['operator<', 1, 1],
    ['where', 1, 0],
    ['as', 6, 2],
    ['Thing::~Thing', 1, 0],
  ]);
});

test('tests and lambdas at namespace scope are functions', () => {
  const text = `
TEST(Plan, Ends)
{
    EXPECT_TRUE(true);
}

RC_GTEST_PROP(Plan, Holds, (int a, int b))
{
}

auto answer = [](const Request& request, int n) {
    return n;
};
`;
  assert.deepEqual(found(text).map(([, lines]) => lines), [4, 3, 3]);
  assert.deepEqual(found(text).map(([, , parameters]) => parameters), [0, 0, 2]);
});

test('a macro that goes on over lines is no function', () => {
  const text = '#define TRY(x) \\\n    ({ auto y = (x); \\\n    y; })\nint f() { return 1; }\n';
  assert.deepEqual(found(text), [['f', 1, 0]]);
});
