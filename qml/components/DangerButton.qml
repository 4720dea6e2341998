/// Takes something away or refuses it: send back, void.
AppButton {
    kind: AppButton.Kind.Danger
}
