/// Looks for something in the list below: name, first letters of the pinyin, or another name.
Field {
    leadingIcon: "search"
    clearable: true
    placeholder: qsTr("村名、拼音首字母或别名")
}
