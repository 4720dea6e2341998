#pragma once

#include <string>
#include <vector>

#include "core/documents/picture.h"
#include "core/documents/zip_file.h"

// Pictures of a .docx: two in a row with their captions below, their files and relationships.
namespace documents {

class DocxPictures {
public:
    /// A table of these pictures.
    std::string xml(const std::vector<Picture>& pictures);

    /// Adds files, relationships and content type to the document's parts. Fails with
    /// "docx.damaged" where it has no list of them.
    base::Result<void> addTo(ZipParts& parts) const;

private:
    std::string pictureXml(const Picture& picture);

    std::vector<std::string> m_jpegs;
};

}  // namespace documents
