import pytest

import reader
from reader.ingest.language import guess_language, language_code

SAMPLES = {
    "en": "The harbour will stay closed until the inspectors have found out what was wrong with the gate.",
    "de": "Der Hafen bleibt geschlossen, bis die Prüfer wissen, was mit dem Tor nicht in Ordnung ist.",
    "fr": "Le port restera fermé tant que les inspecteurs ne sauront pas ce qui est arrivé à la porte du bassin.",
    "es": "El puerto seguirá cerrado hasta que los inspectores sepan qué ha pasado con la compuerta del canal.",
    "it": "Il porto resterà chiuso finché gli ispettori non avranno capito che cosa è successo alla paratia.",
    "nl": "De haven blijft gesloten tot de inspecteurs weten wat er met de sluisdeur aan de hand is en of het kan.",
    "pt": "O porto vai continuar fechado até que os inspetores saibam o que aconteceu com a comporta, disse a autarca.",
    "sv": "Hamnen förblir stängd tills inspektörerna vet vad som har hänt med porten och att det är säkert, sade hon.",
    "da": "Havnen er lukket, til inspektørerne ved, hvad der er sket med porten, og om det er sikkert, siger hun.",
    "no": "Havnen er stengt til inspektørene vet hva som har skjedd med porten, og om det er trygt, sier hun.",
    "ru": "Гавань останется закрытой, пока инспекторы не выяснят, что случилось с воротами.",
    "uk": "Гавань залишиться закритою, доки інспектори не з'ясують, що сталося з воротами її причалу.",
    "ar": "سيظل الميناء مغلقا حتى يعرف المفتشون ما حدث للبوابة",
    "zh": "在检查人员查明闸门发生了什么事之前，港口将继续关闭。",
    "ja": "検査官が水門に何が起きたのかを突き止めるまで、港は閉鎖されたままになる。",
    "ko": "검사관들이 수문에 무슨 일이 있었는지 알아낼 때까지 항구는 폐쇄된 상태로 유지된다.",
    "el": "Το λιμάνι θα παραμείνει κλειστό μέχρι οι επιθεωρητές να μάθουν τι συνέβη.",
    "he": "הנמל יישאר סגור עד שהפקחים יגלו מה קרה לשער",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_language_of_a_sentence(language: str) -> None:
    assert guess_language(SAMPLES[language]) == language


@pytest.mark.parametrize("text", ["", "Harbour shut", "12 34 56", "xyzzy plugh " * 50])
def test_too_little_to_tell(text: str) -> None:
    assert guess_language(text) is None


def test_a_foreign_quotation_does_not_change_the_language() -> None:
    assert guess_language(f"{SAMPLES['en']} {SAMPLES['en']} “{SAMPLES['de']}”") == "en"


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("en-GB", "en"),
        ("EN", "en"),
        ("pt_BR", "pt"),
        ("deu", "de"),
        ("nb-NO", "no"),
        ("English", "en"),
        ("", None),
        (None, None),
        ("x", None),
        ("klingon", None),
        ("é1", None),
    ],
)
def test_code(declared: str | None, code: str | None) -> None:
    assert language_code(declared) == code


def test_the_file_is_believed_before_the_words() -> None:
    (article,) = reader.load(f'<html lang="de-AT"><p>{SAMPLES["en"]}</p></html>'.encode())
    assert article.language == "de"
