// Takes an invitation up: signs the person in (authorization code flow with PKCE) and hands Cairn the token that the address holds
// behind its #. What has to outlive the way to the identity provider and back is kept for this tab, until the invitation is accepted.
'use strict';

const WORDS = {
  en: {
    ready: 'You are invited to work with assessments. Sign in with your organisation’s account to accept. The invitation is good once, for one person.',
    paste: 'Paste the invitation that you were given, and sign in with your organisation’s account to accept it.',
    elsewhere: 'You are invited to work with assessments. Sign in to the program that your organisation uses with Cairn, and give it this invitation.',
    field: 'Invitation', signIn: 'Sign in and accept', again: 'Sign in with another account', onward: 'Go on to Cairn', wait: 'One moment …',
    accepted: 'You are in. What you may do: {roles}.',
    void: 'This invitation is unknown, or was used, withdrawn or has expired. Ask who invited you for another.',
    taken: 'The account you signed in with belongs to an organisation already. It can belong to one only.',
    unasked: 'You were not signed in. The invitation is still good.',
    failed: 'That did not work ({why}). The invitation is still good: try again later, or ask who invited you.',
    unsafe: 'Open this page over https: browsers sign nobody in otherwise.',
    admin: 'administering', facilitator: 'facilitating', respondent: 'answering', reviewer: 'reviewing', auditor: 'auditing', viewer: 'reading',
  },
  fr: {
    ready: 'Vous êtes invité à travailler sur des évaluations. Connectez-vous avec le compte de votre organisation pour accepter. L’invitation vaut une seule fois, pour une seule personne.',
    paste: 'Collez l’invitation qui vous a été donnée, puis connectez-vous avec le compte de votre organisation pour l’accepter.',
    elsewhere: 'Vous êtes invité à travailler sur des évaluations. Connectez-vous au programme que votre organisation utilise avec Cairn et donnez-lui cette invitation.',
    field: 'Invitation', signIn: 'Se connecter et accepter', again: 'Se connecter avec un autre compte', onward: 'Continuer vers Cairn', wait: 'Un instant …',
    accepted: 'C’est fait. Ce que vous pouvez faire : {roles}.',
    void: 'Cette invitation est inconnue, ou a été utilisée, retirée ou a expiré. Demandez-en une autre à la personne qui vous a invité.',
    taken: 'Le compte avec lequel vous vous êtes connecté appartient déjà à une organisation. Il ne peut appartenir qu’à une seule.',
    unasked: 'Vous n’avez pas été connecté. L’invitation reste valable.',
    failed: 'Cela n’a pas fonctionné ({why}). L’invitation reste valable : réessayez plus tard, ou demandez à la personne qui vous a invité.',
    unsafe: 'Ouvrez cette page en https : sinon les navigateurs ne connectent personne.',
    admin: 'administrer', facilitator: 'animer', respondent: 'répondre', reviewer: 'revoir', auditor: 'auditer', viewer: 'lire',
  },
  nl: {
    ready: 'U bent uitgenodigd om aan beoordelingen te werken. Meld u aan met het account van uw organisatie om te aanvaarden. De uitnodiging geldt één keer, voor één persoon.',
    paste: 'Plak de uitnodiging die u kreeg, en meld u aan met het account van uw organisatie om ze te aanvaarden.',
    elsewhere: 'U bent uitgenodigd om aan beoordelingen te werken. Meld u aan bij het programma dat uw organisatie met Cairn gebruikt, en geef het deze uitnodiging.',
    field: 'Uitnodiging', signIn: 'Aanmelden en aanvaarden', again: 'Met een ander account aanmelden', onward: 'Verder naar Cairn', wait: 'Een ogenblik …',
    accepted: 'U bent binnen. Wat u mag doen: {roles}.',
    void: 'Deze uitnodiging is onbekend, of werd gebruikt, ingetrokken of is verlopen. Vraag wie u uitnodigde om een andere.',
    taken: 'Het account waarmee u zich aanmeldde hoort al bij een organisatie. Het kan bij één enkele horen.',
    unasked: 'U werd niet aangemeld. De uitnodiging blijft geldig.',
    failed: 'Dat is niet gelukt ({why}). De uitnodiging blijft geldig: probeer het later opnieuw, of vraag het wie u uitnodigde.',
    unsafe: 'Open deze pagina via https: anders melden browsers niemand aan.',
    admin: 'beheren', facilitator: 'begeleiden', respondent: 'antwoorden', reviewer: 'nakijken', auditor: 'controleren', viewer: 'lezen',
  },
};
const FORM = /invitation_[0-9a-f]{32}_[A-Za-z0-9_-]{43}/;
const KEPT = 'cairn.invitation';
const HERE = location.origin + location.pathname;
const { issuer, client, scope, console: onward } = document.body.dataset;
const language = navigator.languages.map(one => one.slice(0, 2)).find(one => one in WORDS) ?? 'en';
const words = WORDS[language];
const at = id => document.getElementById(id);

function say(key, values = {}) {
  at('says').textContent = words[key].replace(/{(\w+)}/g, (_, name) => values[name]);
}

function offer(label, prompt) {
  at('sign-in').textContent = words[label];
  at('sign-in').hidden = false;
  at('sign-in').onclick = () => attempt(() => signIn(prompt));
}

function askForToken(token) {
  at('token').value = token;
  at('field').hidden = false;
}

async function attempt(what) {
  at('sign-in').hidden = true;
  at('field').hidden = true;
  say('wait');
  try {
    await what();
  } catch (failure) {
    say('failed', { why: failure.message });
    offer('signIn');
  }
}

async function json(address, options) {
  const reply = await fetch(address, options);
  const body = await reply.json().catch(() => ({}));
  return { status: reply.status, body };
}

async function provider() {
  const { status, body } = await json(issuer.replace(/\/$/, '') + '/.well-known/openid-configuration');
  if (status !== 200) throw new Error(`${new URL(issuer).host}: ${status}`);
  return body;
}

const base64 = bytes => btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const random = () => base64(crypto.getRandomValues(new Uint8Array(32)));

async function signIn(prompt) {
  const token = FORM.exec(at('token').value)?.[0];
  if (!token) {
    say('void');
    askForToken(at('token').value);
    return offer('signIn');
  }
  const kept = { token, state: random(), verifier: random() };
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
  const challenge = base64(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(kept.verifier))));
  const address = new URL((await provider()).authorization_endpoint);
  const ask = { response_type: 'code', client_id: client, redirect_uri: HERE, scope, state: kept.state,
    code_challenge: challenge, code_challenge_method: 'S256', ui_locales: language, ...(prompt && { prompt }) };
  for (const [name, value] of Object.entries(ask)) address.searchParams.set(name, value);
  location.assign(address);
}

async function accept(code, kept) {
  const signedIn = await json((await provider()).token_endpoint, { method: 'POST', body: new URLSearchParams({
    grant_type: 'authorization_code', client_id: client, redirect_uri: HERE, code, code_verifier: kept.verifier }) });
  if (signedIn.status !== 200) throw new Error(signedIn.body.error ?? signedIn.status);
  const { status, body } = await json('api/v1/invitations/acceptance', { method: 'POST', body: JSON.stringify({ token: kept.token }),
    headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + signedIn.body.access_token } });
  if (status === 403 || status === 409) {
    say('taken');
    return offer('again', 'login');
  }
  if (status !== 200 && status !== 422) throw new Error(body.title ?? status);
  sessionStorage.removeItem(KEPT);
  if (status === 422) return say('void');
  say('accepted', { roles: body.roles.map(role => words[role] ?? role).join(', ') });
  at('onward').textContent = words.onward;
  at('onward').href = onward;
  at('onward').hidden = !onward;
}

function begin() {
  document.documentElement.lang = language;
  at('label').textContent = words.field;
  const back = new URLSearchParams(location.search);
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
  const ours = kept !== null && back.get('state') === kept.state;
  const token = FORM.exec(location.hash)?.[0] ?? kept?.token ?? '';
  history.replaceState(null, '', HERE); // neither the token nor a code stays in the address
  at('token').value = token;
  if (!client || !issuer) {
    say('elsewhere');
    return askForToken(token);
  }
  if (!crypto.subtle) return say('unsafe');
  if (ours && back.has('code')) return attempt(() => accept(back.get('code'), kept));
  say(ours && back.has('error') ? 'unasked' : token ? 'ready' : 'paste');
  if (!token) askForToken('');
  offer('signIn');
}

begin();
