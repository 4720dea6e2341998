// Bytes that are said to be a record, a batch of them, a page of the feed or a message: never a
// crash, never more than the limits, and what is taken has one canonical text that reads as the
// same again.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/domain/codec.h"
#include "core/domain/limits.h"
#include "core/domain/received.h"
#include "core/domain/record.h"
#include "sync/protocol/codec.h"

namespace {

void must(bool holds)
{
    if (!holds) std::abort();
}

/// A value has one text, and that text is the value's.
template <class Value>
void held(const base::Result<Value>& read, base::Result<Value> (*again)(const std::string&))
{
    if (!read) {
        must(!read.error().code.empty());
        return;
    }
    const std::string text = domain::canonicalJson(*read);
    const auto same = again(text);
    must(same && *same == *read && domain::canonicalJson(*same) == text);
}

void readBody(const std::string& text)
{
    held(domain::inspectionFromJson(text), domain::inspectionFromJson);
    held(domain::reviewFromJson(text), domain::reviewFromJson);
    held(domain::rectificationStepFromJson(text), domain::rectificationStepFromJson);
    held(domain::appealFromJson(text), domain::appealFromJson);
    held(domain::photoReceivedFromJson(text), domain::photoReceivedFromJson);
}

void readRecord(const std::string& text)
{
    const auto record = domain::recordFromJson(text);
    const auto received = domain::receivedFromJson(text);
    must(record.has_value() == received.has_value());
    if (!record) {
        must(record.error().code == received.error().code);
        return;
    }
    must(text.size() <= domain::limits::recordBytes);
    must(*record == received->record);
    const std::string line = domain::canonical(*record);
    must(line.find('\n') == std::string::npos);
    const auto same = domain::recordFromJson(line);
    must(same && *same == *record);
    if (received->inspection) {
        const auto body = domain::inspectionFromJson(record->body);
        must(body.has_value() == received->inspection->has_value());
        if (body) must(*body == **received->inspection);
    }
    readBody(record->body);
}

void readLines(std::string_view bytes)
{
    constexpr std::size_t plainBytes = 64 * 1024;
    constexpr std::size_t mostLines = 50;
    const auto lines = protocol::unpackLines(bytes, plainBytes, mostLines);
    if (!lines) return;
    must(lines->size() <= mostLines);
    std::size_t bytesOut = 0;
    for (const std::string& line : *lines) bytesOut += line.size() + 1;
    must(bytesOut <= plainBytes);
    const auto again = protocol::unpackLines(protocol::packLines(*lines), plainBytes, mostLines);
    must(again && *again == *lines);
    for (const std::string& line : *lines) readRecord(line);
    (void)protocol::feedPageFromLines(*lines);
}

void readMessages(const std::string& text)
{
    if (const auto read = protocol::enrolRequestFromBytes(text))
        must(protocol::enrolRequestFromBytes(protocol::toBytes(*read)).has_value());
    if (const auto read = protocol::signInRequestFromBytes(text))
        must(read->password.size() <= protocol::limits::passwordBytes);
    if (const auto read = protocol::enrolAnswerFromBytes(text))
        must(protocol::enrolAnswerFromBytes(protocol::toBytes(*read)).has_value());
    if (const auto read = protocol::pushAnswerFromBytes(text))
        must(protocol::pushAnswerFromBytes(protocol::toBytes(*read)).has_value());
    if (const auto read = protocol::haveRequestFromBytes(text))
        must(read->hashes.size() <= protocol::limits::haveHashes);
    if (const auto read = protocol::haveAnswerFromBytes(text))
        must(protocol::haveAnswerFromBytes(protocol::toBytes(*read)).has_value());
    (void)protocol::problemFromBytes(409, text);
    if (const auto lines = protocol::splitLines(text, 20))
        (void)protocol::feedPageFromLines(*lines);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    readRecord(text);
    readBody(text);
    readLines(text);
    readMessages(text);
    return 0;
}
