#include "tests/demo/stage.h"

#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string>

namespace demo {
namespace {

void say(const QString& line)
{
    std::cout << line.toStdString() << std::endl;  // flushed: the director may kill us after it
}

}  // namespace

void Stage::happened(const QString& step)
{
    say(step);
}

void Stage::tell(const QString& name, const QString& value)
{
    say(QStringLiteral("@tell %1=%2").arg(name, value));
}

QString Stage::told(const QString& name) const
{
    return qEnvironmentVariable(("DEMO_" + name.toUtf8()).constData());
}

void Stage::ask(const QString& wish)
{
    say(u'@' + wish);
    std::string answer;
    if (!std::getline(std::cin, answer) || answer != "ok") {
        throw DidNotHappen("the director did not answer: " + wish.toStdString());
    }
}

void Stage::dieHere()
{
    say(QStringLiteral("@kill"));
    while (true) {
        ::pause();
    }
}

}  // namespace demo
