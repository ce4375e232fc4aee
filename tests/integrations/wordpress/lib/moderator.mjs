// A person at the service's own pages: signs in with a password, calls with the session's cookie and token.
export class Moderator {
  #cookies = new Map();
  #url;
  #token;

  static async signIn(url, email, password) {
    const person = new Moderator();
    person.#url = url;
    const form = await person.#send('GET', '/sign-in');
    const token = (await form.text()).match(/name="__RequestVerificationToken" type="hidden" value="([^"]+)"/)[1];
    await person.#send('POST', '/sign-in', new URLSearchParams({ email, password, return: '/', __RequestVerificationToken: token }));
    person.#token = (await (await person.#send('GET', '/queue')).text()).match(/<meta name="antiforgery" content="([^"]+)"/)[1];
    return person;
  }

  async call(method, path, body) {
    const response = await this.#send(method, path, body && JSON.stringify(body), { 'X-Antiforgery': this.#token, ...(body ? { 'Content-Type': 'application/json' } : {}) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status} ${text.slice(0, 500)}`);
    return text ? JSON.parse(text) : null;
  }

  /** Decides the one question that an article waits for. */
  async decide(externalId, action, reason = 'as the register says') {
    const { reviews } = await this.call('GET', '/v1/reviews?limit=100');
    const review = await this.call('GET', `/v1/reviews/${reviews.find((line) => line.externalId === externalId).id}`);
    const decisions = review.questions.filter((question) => question.open).map((question) => ({ disclosureId: question.disclosureId, action, reason }));
    return this.call('POST', `/v1/reviews/${review.id}/decision`, { revision: review.revision, decisions });
  }

  async #send(method, path, body, headers = {}) {
    const response = await fetch(this.#url + path, { method, body, redirect: 'manual', headers: { ...headers, Cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0].split(/=(.*)/s);
      this.#cookies.set(name, value);
    }
    return response;
  }
}
